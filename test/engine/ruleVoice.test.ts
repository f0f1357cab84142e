import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '#engine/rules/index.ts';

/** Words that are pictures to a native reader, or that nobody says of software. */
const PICTURES = /\b(?:mend(?:s|ed|ing)?|stations?|doors?|bells?|stands?|hangs?)\b/i;

describe('the words of a rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is in everyday English', (_, rule) => {
    for (const text of [rule.title, rule.why, rule.fix]) expect(text).not.toMatch(PICTURES);
  });
});

it('the page that is shown for a wrong address says it without a picture', () => {
  const page = readFileSync('src/pages/404.astro', 'utf8');
  expect(page.replace(/<[^>]*>/g, ' ')).not.toMatch(PICTURES);
});
