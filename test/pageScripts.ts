import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Scripts of a built page, each with the bytes that go over the wire; what `import()` names comes later, if at all. */
export interface PageScripts {
  files: ReadonlyMap<string, string>;
  /** gzip, bytes */
  total: number;
  /** Largest first, to see what to do about a page that is too heavy. */
  sizes: readonly (readonly [number, string])[];
}

/**
 * The script files that the browser runs for a page, with everything that is imported before they run.
 * @param page its folder in the built site
 */
export function pageScripts(page: string): PageScripts {
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  const files = new Map<string, string>();
  const visit = (file: string) => {
    if (files.has(file) || !existsSync(file)) return;
    const code = readFileSync(file, 'utf8');
    files.set(file, code);
    for (const [, path = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
      visit(normalize(join(dirname(file), path)));
  };
  const named = /(?:component-url|renderer-url|src)="([^"]+\.js)"/g;
  for (const [, path = ''] of html.matchAll(named)) visit(join(dist, path.slice(path.indexOf('_astro/'))));
  const sizes = [...files]
    .map(([file, code]) => [gzipSync(code).length, file.replace(dist, '')] as const)
    .sort((a, b) => b[0] - a[0]);
  return { files, total: sizes.reduce((sum, [size]) => sum + size, 0), sizes };
}
