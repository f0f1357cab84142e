import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandOf,
  byRule,
  byTopic,
  estimate,
  firstAnswers,
  masteryBy,
  stillNeeded,
  weakestRules,
} from '#quiz/progress/mastery.ts';
import { folded } from '#quiz/lib/chunkedFold.ts';
import { answer, anyLog } from './answers.ts';

describe('an estimate', () => {
  it.each([
    // right, wrong, age → value, from, to
    [0, 0, 0, 0.5, 0.13, 0.87],
    [8, 2, 0, 0.75, 0.596, 0.904],
    [18, 2, 0, 0.864, 0.772, 0.955],
    [18, 2, 42, 0.786, 0.597, 0.974],
    [200, 0, 0, 0.995, 0.989, 1],
  ])(
    'of %i right and %i wrong, %i days old, is %f between %f and %f',
    (right, wrong, ageDays, value, from, to) => {
      const scores = [
        ...Array.from({ length: right }, () => ({ score: 1, ageDays })),
        ...Array.from({ length: wrong }, () => ({ score: 0, ageDays })),
      ];
      const found = estimate(scores);
      expect(found.value).toBeCloseTo(value, 3);
      expect(found.interval.from).toBeCloseTo(from, 2);
      expect(found.interval.to).toBeCloseTo(to, 2);
      expect(found.weight).toBeCloseTo((right + wrong) * 0.5 ** (ageDays / 21), 9);
    },
  );

  const scores = fc.array(
    fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), ageDays: fc.nat(400) }),
    { maxLength: 60 },
  );
  it('lies strictly between 0 and 1, inside its interval, and the interval inside 0 to 1', () => {
    fc.assert(
      fc.property(scores, (made) => {
        const { value, interval } = estimate(made);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1);
        expect(interval.from).toBeGreaterThanOrEqual(0);
        expect(interval.from).toBeLessThanOrEqual(value);
        expect(interval.to).toBeGreaterThanOrEqual(value);
        expect(interval.to).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('rises with a right answer and falls with a wrong one', () => {
    fc.assert(
      fc.property(scores, fc.nat(40), (made, ageDays) => {
        const before = estimate(made).value;
        expect(estimate([...made, { score: 1, ageDays }]).value).toBeGreaterThan(before);
        expect(estimate([...made, { score: 0, ageDays }]).value).toBeLessThan(before);
      }),
    );
  });
  it('is never lower for a better score in place of a worse one', () => {
    fc.assert(
      fc.property(scores, fc.nat(), (made, at) => {
        if (made.length === 0) return;
        const i = at % made.length;
        const better = made.map((s, j) => (i === j ? { ...s, score: 1 } : s));
        expect(estimate(better).value).toBeGreaterThanOrEqual(estimate(made).value);
      }),
    );
  });
  it('says how many fresh answers are missing, and none once the weight is reached', () => {
    expect(stillNeeded({ weight: 0 }, 8)).toBe(8);
    expect(stillNeeded({ weight: 7.2 }, 8)).toBe(1);
    expect(stillNeeded({ weight: 8 - 1e-12 }, 8)).toBe(0);
  });
});

describe('mastery by topic and rule', () => {
  it('counts the first answer of a card and day once for its topic, and once for each of its rules', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const firsts = folded(log, firstAnswers());
        expect(new Set(firsts.map((a) => `${a.day}/${a.card}`)).size).toBe(firsts.length);
        const sum = (of: ReadonlyMap<string, { answers: number }>) =>
          [...of.values()].reduce((so, { answers }) => so + answers, 0);
        expect(sum(folded(firsts, masteryBy(100, byTopic)))).toBe(
          firsts.filter((a) => a.topic !== null).length,
        );
        expect(sum(folded(firsts, masteryBy(100, byRule)))).toBe(
          firsts.reduce((so, { rules }) => so + rules.length, 0),
        );
        for (const row of folded(firsts, masteryBy(100, byRule)).values()) {
          expect(row.right).toBeLessThanOrEqual(row.answers);
          expect(row.weight).toBeLessThanOrEqual(row.answers + 1e-9);
        }
      }),
    );
  });
  it('counts what was practised on one rule alone, which readiness leaves out', () => {
    const log = [1, 2, 3].map((day) => answer({ day, session: 'one rule' }));
    expect(folded(folded(log, firstAnswers()), masteryBy(3, byRule)).get('A-1')?.answers).toBe(3);
  });
  it('finds the weakest rules: only those that something was missed about, the least known first', () => {
    const log = [
      ...[1, 2, 3].map((day) => answer({ day, card: 'f/A-1', rules: ['A-1'] })),
      ...[1, 2, 3].map((day) => answer({ day, card: 'f/B-1', rules: ['B-1'], strict: day > 1 })),
      ...[1, 2, 3].map((day) => answer({ day, card: 'f/C-1', rules: ['C-1'], strict: false })),
    ].sort((a, b) => a.day - b.day);
    const rules = folded(folded(log, firstAnswers()), masteryBy(3, byRule));
    expect(weakestRules(rules).map(({ rule }) => rule)).toEqual(['C-1', 'B-1']);
    expect(['A-1', 'B-1', 'C-1', 'D-1'].map((rule) => bandOf(rules.get(rule)))).toEqual([
      'few',
      'few',
      'few',
      'unasked',
    ]);
    const more = folded(
      folded([...log, ...log.map((a) => ({ ...a, day: a.day + 3 }))], firstAnswers()),
      masteryBy(6, byRule),
    );
    expect(['A-1', 'B-1', 'C-1'].map((rule) => bandOf(more.get(rule)))).toEqual([
      'strong',
      'middling',
      'weak',
    ]);
  });
});
