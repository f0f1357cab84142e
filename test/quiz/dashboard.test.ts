import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#model/catalogue.ts';
import type { AnswerEntry, Entry } from '#model/entry.ts';
import { activity } from '#quiz/activity.ts';
import { replay } from '#quiz/cards.ts';
import { dashboard } from '#quiz/dashboard.ts';
import { EVERYTHING, filterFrom, filterText } from '#quiz/filterText.ts';
import { forecast } from '#quiz/forecast.ts';
import {
  bandOf,
  byRule,
  byTopic,
  estimate,
  firstAnswers,
  masteryBy,
  stillNeeded,
  weakestRules,
} from '#quiz/mastery.ts';
import { conditionsOf, gains, type Known, nextSteps } from '#quiz/nextSteps.ts';
import { matching, seenIn, SELECTIONS } from '#quiz/practice.ts';
import { DEFAULT_QUEUE } from '#quiz/queueSettings.ts';
import { randomOf } from '#quiz/random.ts';
import { readiness } from '#quiz/readiness.ts';
import { reviewDay } from '#quiz/reviewDay.ts';
import { finish, folded } from '#quiz/steps.ts';

let count = 0;
const answer = (more: Partial<AnswerEntry> = {}): AnswerEntry => {
  const strict = more.strict ?? true;
  const day = more.day ?? 100;
  count++;
  return {
    kind: 'answer',
    id: `a${count}`,
    at: day * 86_400_000 + count,
    day,
    card: 'f/A-1',
    rating: strict ? 'good' : 'again',
    strict,
    partial: [strict ? 1 : 0, 1],
    certainty: null,
    ms: 1000,
    mode: 'practice',
    item: 'i',
    seed: null,
    contentVersion: '',
    scoring: 1,
    objective: '6a',
    topic: 't',
    rules: ['A-1'],
    beliefs: [],
    session: 's',
    ...more,
  };
};

const anyAnswer = fc
  .record({
    day: fc.integer({ min: 60, max: 100 }),
    card: fc.constantFrom('f/A-1', 'f/B-1', 'g/C-1', null),
    strict: fc.boolean(),
    topic: fc.constantFrom('t', 'u', null),
    rules: fc.subarray(['A-1', 'B-1', 'C-1']),
    objective: fc.constantFrom('6a', '6b', null),
    ms: fc.option(fc.nat(2_000_000)),
    mode: fc.constantFrom('practice', 'exam', 'review'),
  })
  .map((made) => answer(made as Partial<AnswerEntry>));
const anyLog = fc
  .array(anyAnswer, { maxLength: 40 })
  .map((log) => [...log].sort((a, b) => a.day - b.day || a.at - b.at));

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

describe('activity', () => {
  const dayOf = (at: number) => Math.floor(at / 86_400_000);
  it('adds up to the log of those days, and each day is there', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 60, max: 90 }), (log, from) => {
        const days = folded(log, activity(from, 100, dayOf));
        expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 101 - from }, (_, i) => from + i));
        const mine = log.filter((a) => a.day >= from);
        expect(days.reduce((so, { answers }) => so + answers, 0)).toBe(mine.length);
        expect(days.reduce((so, { right }) => so + right, 0)).toBe(mine.filter((a) => a.strict).length);
        for (const day of days) expect(day.ms).toBeLessThanOrEqual(day.answers * 600_000);
      }),
    );
  });
  it('has lessons, levels (each once a day) and exams on their day, and nothing of other days', () => {
    const at = 100 * 86_400_000;
    const level = { kind: 'level', level: 'l', stars: 3, edits: 1, hints: 0, shown: false } as const;
    const log: Entry[] = [
      { kind: 'lesson', id: '1', at, lesson: 'a', mark: 'read' },
      { kind: 'lesson', id: '2', at, lesson: 'a', mark: 'unread' },
      { ...level, id: '3', at, passed: true },
      { ...level, id: '4', at: at + 5, passed: true },
      { ...level, id: '5', at, level: 'm', passed: false },
      { ...level, id: '6', at: at - 86_400_000 * 50, passed: true },
      {
        kind: 'exam',
        id: '7',
        at,
        session: 's',
        blueprint: 'b',
        version: 1,
        asked: 1,
        right: 1,
        day: 100,
        scoring: 1,
      },
    ];
    const days = folded(log, activity(99, 100, dayOf));
    expect(days.map(({ lessons, levels, exams }) => [lessons, levels, exams])).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
  });
});

const row = (id: string, rule: string, topic = 't') => ({
  id,
  type: 'single' as const,
  objective: '6a',
  topic,
  family: id,
  rules: [rule],
  difficulty: 1 as const,
  enemies: [],
  generated: false,
  title: '',
});
const catalogue: Catalogue = {
  version: 'v',
  items: Array.from({ length: 30 }, (_, i) => row(`q${i}`, `R-${i}`, `t${i % 3}`)),
  lessons: [{ id: 'first', title: 'First', objectives: [], facts: [] }],
  levels: [{ id: '01', title: 'One', rules: ['R-1'] }],
};

describe('the forecast', () => {
  const history = fc.array(
    fc.record({ card: fc.nat(29), ago: fc.integer({ min: 1, max: 30 }), strict: fc.boolean() }),
    { maxLength: 40 },
  );
  const logOf = (made: { card: number; ago: number; strict: boolean }[]): Entry[] =>
    made
      .map(({ card, ago, strict }) =>
        answer({ card: `q${card}/R-${card}`, day: 100 - ago, strict, mode: 'review' }),
      )
      .sort((a, b) => a.day - b.day || a.at - b.at);

  it('is what the review then asks on each day, when each is done and right', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (made, left, fresh, most) => {
          const settings = { fresh, most, examDay: 100 + left };
          let log = logOf(made);
          const { forecast: found } = finish(dashboard(log, catalogue, settings, 100, () => 100));
          expect(found.days.map(({ day }) => day)).toEqual(Array.from({ length: left }, (_, i) => 100 + i));
          for (const { day, due, fresh: first, finalPass } of found.days) {
            const review = finish(reviewDay(log, catalogue, settings, day, randomOf(day)));
            expect([due, first, finalPass], `day ${day}`).toEqual([
              review.due,
              review.fresh,
              review.finalPass !== null,
            ]);
            log = [...log, ...review.queue.map((card) => answer({ card: card.id, day, mode: 'review' }))];
          }
          const known = [...finish(replay(log)).values()].filter((card) => card.memory !== null);
          expect(found.begun.reached).toBe(known.length);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('looks four weeks ahead without an exam, or after it, and no more than 120 days', () => {
    const days = (examDay: number | null) => forecast([], 100, { ...DEFAULT_QUEUE, examDay });
    expect([null, 100, 90, 101, 400].map((day) => days(day).days.length)).toEqual([28, 28, 28, 1, 120]);
    expect([null, 90, 150, 400].map((day) => [days(day).examDay, days(day).cut])).toEqual([
      [null, false],
      [null, false],
      [150, false],
      [400, true],
    ]);
  });
  it('takes off what was done today already', () => {
    const settings = { fresh: 5, most: 40, examDay: null };
    const log = ['q0/R-0', 'q1/R-1'].map((card) => answer({ card, day: 100, mode: 'review' }));
    const { days, begun } = finish(dashboard(log, catalogue, settings, 100, () => 100)).forecast;
    expect(days[0]).toMatchObject({ due: 0, fresh: 3 });
    expect(begun).toEqual({ now: 2, reached: 30, all: 30 });
  });
});

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
    const found = matching(rows, filterFrom('rule=R-1'), seenIn([]));
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
  const known = (more: Partial<Known> = {}): Known => {
    const found = more.estimate ?? strong;
    return {
      blueprint: { id: 'b', weights },
      estimate: found,
      conditions: conditionsOf(found, { asked: 9, all: 10 }, 95, 100),
      review: { due: 0, fresh: 10, finalPass: null },
      weakest: [],
      read: new Set(['first']),
      passed: new Set(['01']),
      newcomer: false,
      ...more,
    };
  };
  const kinds = (more: Partial<Known> = {}) => nextSteps(known(more), catalogue).map(({ kind }) => kind);

  it('begins with the course for a newcomer', () => {
    expect(kinds({ newcomer: true, read: new Set(), passed: new Set() })).toEqual([
      'lesson',
      'level',
      'mixed',
    ]);
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
