import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { pageScripts } from '../pageScripts.ts';

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
