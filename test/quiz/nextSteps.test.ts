import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, filterFrom, filterText } from '#quiz/practice/filterText.ts';
import { conditionsOf, gains, type KnownProgress, nextSteps } from '#quiz/progress/nextSteps.ts';
import { matching, seenIn, SELECTIONS } from '#quiz/practice/practice.ts';
import { readiness } from '#quiz/progress/readiness.ts';
import { row, catalogue } from './answers.ts';

describe('a link to practice', () => {
  it('says a choice and is read back as that choice', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 });
    fc.assert(
      fc.property(ids, ids, ids, fc.constantFrom(...SELECTIONS), (objectives, topics, rules, selection) => {
        const chosen = { objectives, topics, rules, selection };
        expect(filterFrom(filterText(chosen))).toEqual({ ...EVERYTHING, ...chosen });
      }),
    );
  });
  it.each(['', 'nonsense', 'rule=', 'selection=everything', 'session=x'])(
    'reads %j as everything',
    (text) => {
      expect(filterFrom(text)).toEqual(EVERYTHING);
    },
  );
  it('leads to the items about a rule; of a generated family only those whose card it is', () => {
    const rows = [
      { ...row('a', 'R-1'), rules: ['R-2', 'R-1'] },
      row('b', 'R-3'),
      { ...row('c', 'R-1'), generated: true },
      { ...row('d', 'R-2'), rules: ['R-2', 'R-1'], generated: true },
    ];
    const found = matching(rows, filterFrom('rule=R-1'), seenIn([], []));
    expect(found.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('what to do next', () => {
  const weights = { '6a': 60, '6b': 40 };
  const evidence = (objective: string, right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ objective, score: 1, ageDays: 0 })),
    ...Array.from({ length: wrong }, () => ({ objective, score: 0, ageDays: 0 })),
  ];
  const strong = readiness(weights, [...evidence('6a', 40, 1), ...evidence('6b', 40, 1)]);
  const known = (more: Partial<KnownProgress> = {}): KnownProgress => {
    const found = more.estimate ?? strong;
    return {
      blueprint: { id: 'b', weights },
      estimate: found,
      conditions: conditionsOf(found, { asked: 9, all: 10 }, 95, 100),
      review: { due: 0, fresh: 10, finalPass: null },
      weakest: [],
      open: [],
      read: new Set(['first']),
      passed: new Set(['01']),
      newcomer: false,
      ...more,
    };
  };
  const kinds = (more: Partial<KnownProgress> = {}) =>
    nextSteps(known(more), catalogue).map(({ kind }) => kind);

  it('begins with the course for a newcomer', () => {
    expect(kinds({ newcomer: true, read: new Set(), passed: new Set() })).toEqual([
      'lesson',
      'level',
      'mixed',
    ]);
  });
  it('puts first what was begun', () => {
    const thing = {
      id: 's',
      kind: 'practice' as const,
      title: 'Mixed practice',
      answered: 1,
      total: 5,
      begunAt: 1,
      usedAt: 2,
      timeUp: false,
    };
    const due = { due: 3, fresh: 0, finalPass: null };
    expect(kinds({ open: [thing, { ...thing, id: 't' }], review: due }).slice(0, 2)).toEqual([
      'open',
      'review',
    ]);
    expect(kinds({ open: [thing], newcomer: true })[0]).toBe('open');
  });
  it('puts first what is due', () => {
    expect(kinds({ review: { due: 3, fresh: 0, finalPass: null } })[0]).toBe('review');
  });
  it('asks for the answers that the estimate lacks, before a mock exam', () => {
    const estimate = readiness(weights, evidence('6a', 9, 0));
    const conditions = conditionsOf(estimate, { asked: 1, all: 10 }, null, 100);
    expect(nextSteps(known({ estimate, conditions }), catalogue)).toEqual([
      { kind: 'answers', missing: { '6b': 8 }, everywhere: false },
    ]);
  });
  it('names the objective with most to gain while the lower end is under the line', () => {
    const estimate = readiness(weights, [...evidence('6a', 9, 1), ...evidence('6b', 4, 6)]);
    const conditions = conditionsOf(estimate, { asked: 9, all: 10 }, 95, 100);
    expect(nextSteps(known({ estimate, conditions }), catalogue)[0]).toMatchObject({
      kind: 'objective',
      objective: '6b',
    });
    expect(gains(weights, estimate).map(({ objective }) => objective)).toEqual(['6b', '6a']);
  });
  it.each([
    ['rules never asked', { asked: 7, all: 10 }, 95, 'unasked'],
    ['a mock exam, when the last one is 22 days old', { asked: 8, all: 10 }, 78, 'mock'],
  ] as const)('asks for %s', (_, covered, lastMock, kind) => {
    const conditions = conditionsOf(strong, covered, lastMock, 100);
    expect(conditions.onCourse).toBe(false);
    expect(kinds({ conditions })).toEqual([kind]);
  });
  it('is on course only when all three hold, and still says what to do', () => {
    expect(conditionsOf(strong, { asked: 8, all: 10 }, 79, 100)).toMatchObject({
      line: true,
      mock: true,
      onCourse: true,
    });
    expect(kinds()).toEqual(['mixed']);
  });
});
