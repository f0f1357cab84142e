import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

export interface StaticSite {
  /** With a slash at its end. */
  url: string;
  close: () => Promise<void>;
}

/** The built folder as a static host serves it: packed where the browser takes that, hashed files kept for a year. */
export async function serveStatic(folder: string, port = 0): Promise<StaticSite> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const asked = join(folder, path);
    const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
    const found = path.includes('..') || !existsSync(file) ? null : file;
    const sent = found ?? join(folder, '404.html');
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const packed = ENCODINGS.find(([name, ending]) => accepted.includes(name) && existsSync(sent + ending));
    response.writeHead(found === null ? 404 : 200, {
      'content-type': TYPES[extname(sent)] ?? 'application/octet-stream',
      'cache-control': path.includes('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(packed === undefined ? {} : { 'content-encoding': packed[0] }),
    });
    response.end(readFileSync(sent + (packed?.[1] ?? '')));
  });
  await listening(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
