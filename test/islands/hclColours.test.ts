import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync('src/components/page/tokens.css', 'utf8');
const styles = readFileSync('src/islands/sandbox/hcl/field.css', 'utf8');

const [light = '', dark = ''] = tokens.split(':root[data-theme="dark"]');
const colourOf = (theme: string, name: string): string =>
  new RegExp(`${name}: (#[\\da-f]{6})`).exec(theme)?.[1] ?? '';

function brightness(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colour of each kind of word. */
const words = [...styles.matchAll(/\.hcl-field \.hcl-(\w+) \{\s*color: var\((--[\w-]+)\)/g)].map(
  ([, kind = '', name = '']) => [kind, name] as const,
);
/** What a line may lie on: plain, active, kept. */
const GROUNDS = ['--surface-0', '--surface-1', '--surface-2'];

describe('the words of the HCL field', () => {
  it('have a colour each', () => {
    expect(words.map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['comment', 'block', 'label', 'string']),
    );
    expect(words.length).toBe(9);
  });

  it.each(words)('%s can be read on every ground in both themes', (_, name) => {
    for (const theme of [light, dark])
      for (const ground of GROUNDS)
        expect(contrast(colourOf(theme, name), colourOf(theme, ground)), ground).toBeGreaterThanOrEqual(4.5);
  });
});
