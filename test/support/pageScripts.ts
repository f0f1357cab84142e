import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Scripts of a built page, each with the bytes that go over the wire; what `import()` names comes later, if at all. */
export interface PageScripts {
  files: ReadonlyMap<string, string>;
  /** gzip, bytes */
  total: number;
  /** Largest first, to see what to do about a page that is too heavy. */
  sizes: readonly (readonly [number, string])[];
}

/** Bytes as a server sends them: the packed copies of a build are made like this. */
const packed = (code: string): number => gzipSync(code, { level: 9 }).length;

/** Of an island: whether its scripts are asked for. */
type Wanted = (island: string) => boolean;

/** Islands that start with the page, not when they are seen. */
export const atOnce: Wanted = (island) => !island.includes('client="visible"');

/** Islands of this component. */
export const madeBy =
  (component: string): Wanted =>
  (island) =>
    island.includes(`/${component}.`);

const htmlOf = (page: string): string => {
  const path = join(dist, page);
  return readFileSync(path.endsWith('.html') ? path : join(path, 'index.html'), 'utf8');
};

function scriptNamed(name: string): string {
  const found = readdirSync(join(dist, '_astro')).find(
    (file) => file.startsWith(`${name}.`) && file.endsWith('.js'),
  );
  if (found === undefined) throw new Error(`no script ${name} in the built site`);
  return found;
}

/** gzip, bytes: the scripts that stand in the page itself. */
export function inlineBytes(page: string): number {
  const inline = [...htmlOf(page).matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return packed(inline.map(([, code]) => code).join('\n'));
}

/**
 * The script files that the browser runs for a page, with everything that is imported before they run.
 * @param page its folder in the built site, or a file of it
 * @param wanted which islands count; without it all of them
 * @param later names of files that `import()` has brought by then
 */
export function pageScripts(
  page: string,
  wanted: Wanted = () => true,
  later: readonly string[] = [],
): PageScripts {
  const html = htmlOf(page);
  const files = new Map<string, string>();
  const visit = (file: string) => {
    if (files.has(file) || !existsSync(file)) return;
    const code = readFileSync(file, 'utf8');
    files.set(file, code);
    for (const [, path = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
      visit(normalize(join(dirname(file), path)));
  };
  const islands = [...html.matchAll(/<astro-island\b[^>]*>/g)].map(([tag]) => tag).filter(wanted);
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  for (const tag of [...islands, ...scripts])
    for (const [, path = ''] of tag.matchAll(/(?:component-url|renderer-url|src)="([^"]+\.js)"/g))
      visit(join(dist, path.slice(path.indexOf('_astro/'))));
  for (const name of later) visit(join(dist, '_astro', scriptNamed(name)));
  const sizes = [...files]
    .map(([file, code]) => [packed(code), file.replace(dist, '')] as const)
    .sort((a, b) => b[0] - a[0]);
  return { files, total: sizes.reduce((sum, [size]) => sum + size, 0), sizes };
}
