import { describe, expect, it } from 'vitest';
import { calibration, certaintyMark, wilson } from '#quiz/scoring/certainty.ts';
import { type Fraction, fraction, toPercent } from '#quiz/lib/fraction.ts';
import { type ReadinessEvidence, readiness } from '#quiz/progress/readiness.ts';
import type { ReviewRating } from '#model/quiz/entry.ts';
import { ratingOf } from '#quiz/review/rating.ts';
import { type Memory, recall, review } from '#quiz/review/schedule.ts';
import {
  scoreBuild,
  scoreFill,
  scoreNumber,
  scoreOrder,
  scoreRows,
  scoreSelection,
} from '#quiz/scoring/formulas.ts';
import { largestRemainder } from '#quiz/exam/largestRemainder.ts';

const show = (f: Fraction): string => (f.bottom === 1 ? `${f.top}` : `${f.top}/${f.bottom}`);

describe('rule B: scoring version 1', () => {
  const options = ['a', 'b', 'x', 'y', 'z'];
  it.each([
    [['a', 'b'], '1', '1'],
    [['a'], '1/2', '0'],
    [['a', 'x'], '1/6', '0'],
    [['a', 'b', 'x'], '2/3', '0'],
    [['a', 'b', 'x', 'y'], '1/3', '0'],
    [options, '0', '0'],
    [['x', 'y'], '0', '0'],
    [[], '0', '0'],
  ])('two keys, three distractors: choosing %j gives %s', (chosen, partial, strict) => {
    const score = scoreSelection(options, ['a', 'b'], chosen);
    expect([show(score.partial), show(score.strict)]).toEqual([partial, strict]);
  });

  it('without distractors the share of hits counts', () => {
    expect(show(scoreSelection(['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'c']).partial)).toBe('2/3');
  });

  it.each([
    [4, 2, '1'],
    [3, 2, '1/2'],
    [2, 2, '0'],
    [1, 2, '0'],
    [3, 4, '2/3'],
  ])('four rows, %d right of %d choices: %s', (right, k, partial) => {
    const keys = ['p', 'p', 'p', 'p'];
    const answers = keys.map((key, i) => (i < right ? key : 'q'));
    expect(show(scoreRows(keys, answers, k).partial)).toBe(partial);
  });

  it.each([
    ['1234', '1'],
    ['2134', '2/3'],
    ['2143', '1/3'],
    ['4321', '0'],
  ])('four things in order %s: %s', (given, partial) => {
    expect(show(scoreOrder([...'1234'], [...given]).partial)).toBe(partial);
  });

  it('compares what is filled in without outer and doubled blanks, and identifiers with their case', () => {
    expect(show(scoreFill(['auto_apply'], '  auto_apply ', true).strict)).toBe('1');
    expect(show(scoreFill(['auto_apply'], 'Auto_Apply', true).strict)).toBe('0');
    expect(show(scoreFill(['run  trigger'], 'Run trigger', false).strict)).toBe('1');
    expect(show(scoreFill(['run trigger'], 'run triger', false).strict)).toBe('0');
  });

  it('scores numbers strictly, and a build by its passed checks', () => {
    expect(show(scoreNumber(20, 21).partial)).toBe('0');
    expect(show(scoreBuild([true, false, true, true]).partial)).toBe('3/4');
    expect(show(scoreBuild([true, false, true, true]).strict)).toBe('0');
    expect(show(scoreBuild([true, true]).strict)).toBe('1');
  });

  it('shows 100 % only when everything is right', () => {
    expect(toPercent(fraction(399, 400))).toBe(99);
    expect(toPercent(fraction(1))).toBe(100);
    expect(toPercent(fraction(2, 3))).toBe(67);
  });
});

describe('rule C: seats by largest remainder', () => {
  const section = { '6a': 30, '6b': 35, '6c': 15, '6d': 20 };
  const all = { '3b': 10, '3c': 5, '3d': 20, '6a': 25, '6b': 25, '6c': 5, '6d': 10 };
  it.each([
    [section, 20, [6, 7, 3, 4]],
    [section, 25, [7, 9, 4, 5]],
    [section, 7, [2, 3, 1, 1]],
    [all, 20, [2, 1, 4, 5, 5, 1, 2]],
    [all, 40, [4, 2, 8, 10, 10, 2, 4]],
  ])('%j with %d seats: %j', (weights, count, wanted) => {
    expect(Object.values(largestRemainder(weights, count))).toEqual(wanted);
  });
});

describe('rule D: spaced review', () => {
  it.each([
    ['again', 0.212, 1],
    ['hard', 1.2931, 1],
    ['good', 2.3065, 2],
    ['easy', 8.2956, 8],
  ] as const)('a first answer %s: stability %d, due in %d', (rating, stability, due) => {
    const card = review(null, 0, rating);
    expect(card.stability).toBeCloseTo(stability, 4);
    expect(card.dueDay).toBe(due);
  });

  it('Good at every due day gives gaps of 2, 11, 46, 163 and 365 days', () => {
    const gaps: number[] = [];
    let card: Memory | null = null;
    let day = 0;
    for (let i = 0; i < 5; i++) {
      card = review(card, day, 'good');
      gaps.push(card.dueDay - day);
      day = card.dueDay;
    }
    expect(gaps).toEqual([2, 11, 46, 163, 365]);
  });

  it('Good, two days, Again, a day, Good', () => {
    const lapsed = review(review(null, 0, 'good'), 2, 'again');
    expect([lapsed.stability.toFixed(4), lapsed.dueDay - 2]).toEqual(['0.6076', 1]);
    expect(review(lapsed, 3, 'good').stability.toFixed(4)).toBe('2.4004');
  });

  it('Good on days 0, 2 and 13 needs nothing before an exam on day 30', () => {
    const days: [number, ReviewRating][] = [
      [0, 'good'],
      [2, 'good'],
      [13, 'good'],
    ];
    const card = days.reduce<Memory | null>((so, [day, rating]) => review(so, day, rating), null);
    if (card === null) throw new Error('no card');
    expect(card.dueDay).toBe(59);
    expect(recall(card, 30).toFixed(4)).toBe('0.9537');
  });

  it.each([
    [{ strict: false, certainty: 'high', tooEasy: false }, 'again'],
    [{ strict: true, certainty: 'no_idea', tooEasy: false }, 'again'],
    [{ strict: true, certainty: 'low', tooEasy: false }, 'hard'],
    [{ strict: true, certainty: 'middle', tooEasy: false }, 'good'],
    [{ strict: true, certainty: null, tooEasy: false }, 'good'],
    [{ strict: true, certainty: 'high', tooEasy: true }, 'easy'],
  ] as const)('%j is rated %s', (answer, rating) => {
    expect(ratingOf(answer)).toBe(rating);
  });
});

describe('rule E: certainty', () => {
  it.each([
    ['no_idea', 0, 0],
    ['low', 1, 0],
    ['middle', 2, -2],
    ['high', 3, -6],
  ] as const)('%s: %d right, %d wrong', (certainty, right, wrong) => {
    expect([certaintyMark(certainty, true), certaintyMark(certainty, false)]).toEqual([right, wrong]);
  });

  it.each([
    [6, '0.40', '0.77'],
    [9, '0.72', '0.97'],
  ])('%d of 10 lie between %s and %s', (right, from, to) => {
    const interval = wilson(right, 10);
    expect([interval.from.toFixed(2), interval.to.toFixed(2)]).toEqual([from, to]);
  });

  it('says too sure and too modest only from ten answers on', () => {
    const rows = (n: number, right: number, certainty: 'low' | 'high') =>
      calibration(Array.from({ length: n }, (_, i) => ({ certainty, right: i < right }))).find(
        (r) => r.certainty === certainty,
      )?.verdict;
    expect(rows(10, 4, 'high')).toBe('too sure');
    expect(rows(20, 19, 'low')).toBe('too modest');
    expect(rows(9, 0, 'high')).toBeNull();
    expect(rows(10, 9, 'high')).toBeNull();
  });
});

describe('rule F: readiness', () => {
  const weights = { '6a': 30, '6b': 35, '6c': 15, '6d': 20 };
  const each = (right: number, of: number, ageDays = 0, only?: string): ReadinessEvidence[] =>
    Object.keys(weights)
      .filter((objective) => only === undefined || objective === only)
      .flatMap((objective) =>
        Array.from({ length: of }, (_, i) => ({ objective, score: i < right ? 1 : 0, ageDays })),
      );
  it.each([
    ['nothing', [], '0.500', '0.306', '0.694', false],
    ['8 of 10 in each', each(8, 10), '0.750', '0.669', '0.831', true],
    ['18 of 20 in each', each(18, 20), '0.864', '0.816', '0.912', true],
    ['the same, 42 days old', each(18, 20, 42), '0.786', '0.688', '0.883', false],
    [
      '18 of 20, but 4 of 10 in 6d',
      [...each(18, 20).filter((e) => e.objective !== '6d'), ...each(4, 10, 0, '6d')],
      '0.774',
      '0.718',
      '0.831',
      true,
    ],
  ] as const)('%s: %s between %s and %s', (_title, evidence, value, from, to, shown) => {
    const found = readiness(weights, evidence);
    expect([found.value.toFixed(3), found.interval.from.toFixed(3), found.interval.to.toFixed(3)]).toEqual([
      value,
      from,
      to,
    ]);
    expect(Object.keys(found.missing).length === 0).toBe(shown);
  });
});
