import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { importLayout, type ImportedLayout } from '#hcl/import/importLayout.ts';
import { importShowJson } from '#hcl/import/show/importShow.ts';
import { cases } from '../arbitraries/scenario.ts';

const parser = await loadHclParser();
const FOLDER = 'test/fixtures/hcl';
const texts = (ending: string) =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'));

/** Files in which words were exchanged: mostly still HCL, with references that lead nowhere. */
const shuffled = fc
  .record({
    text: fc.constantFrom(...texts('.tf')),
    swaps: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
  })
  .map(({ text, swaps }) => {
    const parts = text.split(/\b/);
    for (const [a, b] of swaps) {
      const [i, k] = [a % parts.length, b % parts.length];
      if (/^\w+$/.test(parts[i] ?? '') && /^\w+$/.test(parts[k] ?? '')) parts[i] = parts[k] ?? '';
    }
    return parts.join('');
  });

function isHonest({ layout, problems }: ImportedLayout, lines: number): void {
  if (layout === null) expect(problems).not.toEqual([]);
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.message).toMatch(/^\S/);
    expect(problem.message).not.toMatch(/undefined|\[object|\uFDD0/);
  }
}

describe('whatever the files hold', () => {
  it('reading them gives a layout or says why not, at a line that exists', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(shuffled, (text) => {
        isHonest(importLayout([{ name: 'a.tf', text }], parser), text.split('\n').length);
      }),
      cases(300),
    );
  });

  it('so does reading JSON with values exchanged', { timeout: 600_000 }, () => {
    const value = fc.constantFrom(null, 0, '', 'x', true, [], {}, [[]], [{}], { id: 3 });
    const changed = fc.record({ text: fc.constantFrom(...texts('.json')), at: fc.nat(), value });
    fc.assert(
      fc.property(changed, ({ text, at, value: other }) => {
        let count = 0;
        const json: unknown = JSON.parse(text, (_key, old: unknown) => (count++ === at % 150 ? other : old));
        isHonest(importShowJson(json, 'x.json'), 1);
      }),
      cases(300),
    );
  });
});
