import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../src/', import.meta.url);

it('whatever shows a dialog or a popup brings what closes it by Escape and a press outside', () => {
  const shows = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx|astro)$/.test(name))
    .map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }))
    .filter(({ text }) => /<dialog\b|\sdata-popup\b/.test(text));
  expect(shows.length).toBeGreaterThan(8);
  expect(shows.filter(({ text }) => !text.includes("import '#islands/status/popups.ts'"))).toEqual([]);
});
