import { describe, expect, it } from 'vitest';
import { spreadOf } from '#components/facts/factDates.ts';
import { describeMonth } from '#model/wording/month.ts';
import { contentOf, readable } from '../support/content.ts';

const many = (n: number, as_of: string) => Array.from({ length: n }, () => ({ as_of }));

describe('when the facts were read', () => {
  it('is told by month, the commonest first, and never as the newest month alone', () => {
    const facts = [
      ...many(5, '2026-08'),
      ...many(30, '2025-09'),
      ...many(1, '2022-05'),
      ...many(1, '2026-01'),
    ];
    expect(spreadOf(facts)).toBe(
      '30 of 37 facts were last read in September 2025, 5 in August 2026, and the other 2 between May 2022 and January 2026.',
    );
  });

  it('leaves out what there is nothing of', () => {
    expect(spreadOf(many(3, '2025-09'))).toBe('3 of 3 facts were last read in September 2025.');
    expect(spreadOf([...many(30, '2025-09'), ...many(1, '2026-01')])).toBe(
      '30 of 31 facts were last read in September 2025, and the other 1 in January 2026.',
    );
  });

  it('names a month as people say it', () => {
    expect(describeMonth('2026-11')).toBe('November 2026');
    expect(describeMonth('2026-13')).toBe('2026-13');
  });

  it('counts every fact of the app', () => {
    const facts = readable(contentOf('facts').facts).flatMap(({ value }) => value);
    const words = spreadOf(facts);
    const oldest = facts.filter((fact) => fact.as_of === '2025-09').length;
    expect(words).toContain(`${oldest} of ${facts.length} facts were last read in September 2025`);
    const numbers = [...words.matchAll(/(?:^|, |other )(\d+) /g)].map((match) => Number(match[1]));
    expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(facts.length);
  });
});
