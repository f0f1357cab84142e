import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { pageScripts } from '../support/pageScripts.ts';

/** Everything that the browser runs before a page of questions works, as it goes over the wire. */
const LIMIT = 110 * 1024;
const PAGES = ['practice', 'exam', 'review', 'progress'];

for (const page of PAGES) {
  test(`${page}: at most 110 KB of JavaScript, and no React Flow`, () => {
    const { files, total, sizes } = pageScripts(page);
    expect(files.size).toBeGreaterThan(3);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(LIMIT);
    for (const code of files.values()) expect(code).not.toMatch(/react-flow|xyflow/i);
  });
}

/** The largest text of the first screen decides when a page counts as there: it must not wait for scripts. */
for (const page of [...PAGES, 'sandbox/builder', 'sandbox/practice', 'sandbox/levels/01-first-spark']) {
  test(`${page}: says what it is for in the page itself`, () => {
    const html = readFileSync(new URL(`../../dist/${page}/index.html`, import.meta.url), 'utf8');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const texts = [...main.matchAll(/<p\b[^>]*>([^<]+)/g)].map(([, text = '']) => text.length);
    expect(Math.max(...texts)).toBeGreaterThan(80);
  });
}
