import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { subsetOf, WEIGHTS } from '../../src/integrations/fonts.ts';

const root = join(import.meta.dirname, '../..');

it.each(['inter', 'jetbrains-mono'])('%s is sent with less than half its bytes', async (name) => {
  const whole = join(root, `node_modules/@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`);
  const sent = await subsetOf(name);
  expect(statSync(sent).size).toBeLessThan(statSync(whole).size / 2);
  // It is a font, and of the form that the pages preload.
  expect(readFileSync(sent).subarray(0, 4).toString('latin1')).toBe('wOF2');
});

it('no style asks for a weight that the fonts of the site do not have', () => {
  const asked = globSync('src/**/*.{css,astro}', { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/font(?:-weight)?:\s*(\d{3})\b/g)].map(
      ([, weight]) => ({ path, weight: Number(weight) }),
    ),
  );
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter(({ weight }) => weight < WEIGHTS.min || weight > WEIGHTS.max)).toEqual([]);
});
