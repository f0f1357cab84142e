import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SiteFile } from './files.ts';

/** What the first visit may load in the background, in bytes as they are sent (gzip). */
export const PRECACHE_LIMIT = 3 * 1024 * 1024;

/** What is not for pages: packed copies, what only a server reads, and the picture for other sites. */
const LEFT_OUT = /\.(br|gz|map)$|^sw\.js$|^_headers$|^sitemap-[^/]+\.xml$|^robots\.txt$|^social\.png$/;

const isPrecached = ({ path }: SiteFile): boolean => !LEFT_OUT.test(path);

/** Bytes of the precache as a server sends them. */
export const sizeOfPrecache = (files: readonly SiteFile[]): number =>
  files.filter(isPrecached).reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0);

/** The address of a page is its folder. */
const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

/**
 * The service worker of one build. Its cache is named by a hash of everything in it, so that a page is always
 * served with the scripts that belong to it: a new version fills a cache of its own and waits until no page of the
 * old one is open, or until the learner asks for it.
 */
export function serviceWorker(all: readonly SiteFile[]): string {
  const files = all.filter(isPrecached);
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(path).update('\0').update(bytes);
  const version = hash.digest('hex').slice(0, 12);
  const paths = files.map(({ path }) => addressOf(path));
  return `const PREFIX = 'runchain-';
const CACHE = PREFIX + '${version}';
const ROOT = new URL('./', self.location).href;
const PATHS = ${JSON.stringify(paths)};
// In groups: hundreds of requests at once would keep the page that is being read waiting.
async function fill() {
  const cache = await caches.open(CACHE);
  for (let i = 0; i < PATHS.length; i += 12) {
    await cache.addAll(PATHS.slice(i, i + 12).map((path) => new Request(new URL(path, ROOT), { cache: 'no-cache' })));
  }
}
async function answer(request) {
  const cache = await caches.open(CACHE);
  const how = { ignoreSearch: true, ignoreVary: true };
  // A page that was opened before an update still asks for scripts of its own version: those are in the older cache.
  const known = (await cache.match(request, how)) ?? (request.mode === 'navigate' ? undefined : await caches.match(request, how));
  if (known !== undefined) return known;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    const missing = await cache.match(new URL('404.html', ROOT), how);
    return missing === undefined ? Response.error() : missing;
  }
}
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}
self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(ROOT)) event.respondWith(answer(request));
});
`;
}
