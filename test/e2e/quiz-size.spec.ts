import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** Everything that the browser runs before a page of questions works, as it goes over the wire. */
const LIMIT = 110 * 1024;
const PAGES = ['practice', 'exam', 'review', 'progress'];
const dist = new URL('../../dist/', import.meta.url).pathname;

/** The scripts of a built page, with all that they import before they run; `import()` comes later, if at all. */
function scriptsOf(page: string): Map<string, string> {
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  const found = new Map<string, string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(file)) return;
    const code = readFileSync(file, 'utf8');
    found.set(file, code);
    for (const [, path = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
      visit(normalize(join(dirname(file), path)));
  };
  for (const [, path = ''] of html.matchAll(/(?:component-url|renderer-url|src)="([^"]+\.js)"/g))
    visit(join(dist, path.slice(path.indexOf('_astro/'))));
  return found;
}

for (const page of PAGES) {
  test(`${page}: at most 110 KB of JavaScript, and no React Flow`, () => {
    const scripts = scriptsOf(page);
    expect(scripts.size).toBeGreaterThan(3);
    const sizes = [...scripts].map(
      ([file, code]) => [gzipSync(code).length, file.slice(dist.length)] as const,
    );
    const total = sizes.reduce((sum, [size]) => sum + size, 0);
    expect(total, JSON.stringify(sizes.sort((a, b) => b[0] - a[0]))).toBeLessThanOrEqual(LIMIT);
    for (const code of scripts.values()) expect(code).not.toMatch(/react-flow|xyflow/i);
  });
}
