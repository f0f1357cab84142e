import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExamData, type ItemRef, parseExam } from '#model/quiz/session.ts';
import { BLUEPRINTS } from '#quiz/exam/assemble.ts';
import { type ExamMove, moveExam, startExam, timeLeft, warningAt } from '#quiz/exam/exam.ts';
import { examEntries, reaches, reportRows, totalOf } from '#quiz/exam/report.ts';
import { toPercent } from '#quiz/lib/fraction.ts';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import { createProgress } from '#state/progress/progressStore.ts';
import type { Backend } from '#state/progress/backend.ts';
import { memoryBackend } from '#state/progress/memoryBackend.ts';
import type { KeyedStorage } from '#state/storage/port.ts';

const blueprint = BLUEPRINTS[0];
if (blueprint === undefined) throw new Error('no blueprint');
const refs = Array.from(
  { length: 40 },
  (_, i): ItemRef => ({
    id: `q${i}`,
    family: `f${i}`,
    seed: null,
    topic: `t${i % 3}`,
    objective: i % 2 === 0 ? '6a' : '6b',
    card: `f${i}/RT-01`,
  }),
);
const begun = (extra: 1 | 1.25 | 1.5 | 2 | 0 = 1) =>
  startExam(blueprint, { short: {}, relaxed: [] }, refs, { seed: 1, contentVersion: 'v', now: 1000, extra });

const move: fc.Arbitrary<ExamMove> = fc.oneof(
  fc.record({
    type: fc.constant('answer' as const),
    answer: fc.record({ kind: fc.constant('options' as const), chosen: fc.subarray(['a', 'b', 'c']) }),
  }),
  fc.constant({ type: 'flag' as const }),
  fc.constant({ type: 'next' as const }),
  fc.constant({ type: 'previous' as const }),
  fc.constant({ type: 'review' as const }),
  fc.record({ type: fc.constant('go' as const), to: fc.integer({ min: -3, max: 50 }) }),
  fc.record({ type: fc.constant('spend' as const), ms: fc.integer({ min: -10, max: 60_000 }) }),
);

function texts(): KeyedStorage {
  const kept = new Map<string, string>();
  return {
    keys: () => [...kept.keys()],
    read: (key) => kept.get(key) ?? null,
    remove: (key) => void kept.delete(key),
    write: (key, value) => {
      kept.set(key, value);
      return true;
    },
  };
}

describe('an exam', () => {
  it('is restored whole when the tab is killed at any step, before the database has written a thing', async () => {
    let ids = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { maxLength: 60 }),
        fc.nat(60),
        fc.boolean(),
        async (moves, at, slow) => {
          const storage = texts();
          const backend: Backend = { ...memoryBackend(), name: 'indexeddb' };
          // A database that never gets to write, or one that does: the learner must not see the difference.
          const first: Backend = slow ? { ...backend, putSession: () => new Promise(() => {}) } : backend;
          const open = (b: Backend) =>
            createProgress({
              storage,
              open: async () => b,
              now: () => 1,
              newId: () => `id${ids++}`,
              dayOf: () => 0,
              lasting: async () => true,
              channel: null,
              pause: async () => {},
            });
          const tab = open(first);
          let exam: ExamData = begun();
          let revision = 0;
          const save = () =>
            void tab.getState().saveSession({
              id: 's',
              kind: 'exam',
              version: 1,
              revision: revision++,
              updatedAt: 1,
              data: exam,
            });
          save();
          for (const made of moves.slice(0, at)) {
            exam = moveExam(exam, made);
            save();
          }
          if (!slow) await new Promise((resolve) => setTimeout(resolve));
          const next = open(backend);
          await next.getState().load();
          const found = parseExam(next.getState().sessions[0]?.data);
          expect(found.ok && found.value).toEqual(exam);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it('never submits by itself, stays inside its items, and stops moving once it is submitted', () => {
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        let exam = begun();
        for (const made of moves) exam = moveExam(exam, made);
        expect(exam.submittedAt).toBeNull();
        expect(exam.at).toBeGreaterThanOrEqual(0);
        expect(exam.at).toBeLessThan(40);
        const over = moveExam(exam, { type: 'submit', now: 5000 });
        for (const made of moves) expect(moveExam(over, made)).toBe(over);
      }),
    );
  });

  it('goes from the last item to the review screen', () => {
    const last = moveExam(begun(), { type: 'go', to: 39 });
    const next = moveExam(moveExam(last, { type: 'answer', answer: { kind: 'text', text: 'x' } }), {
      type: 'next',
    });
    expect(next).toMatchObject({ at: 39, view: 'review', submittedAt: null });
  });

  it.each([
    [1, 60],
    [1.25, 75],
    [1.5, 90],
    [2, 120],
  ] as const)('extra time × %s gives %s minutes', (extra, minutes) => {
    expect(begun(extra).endsAt).toBe(1000 + minutes * 60_000);
  });

  it('has no end without a clock', () => {
    expect(timeLeft(begun(0), 1e12)).toBeNull();
    expect(moveExam(begun(0), { type: 'submit', now: 1e12 }).expired).toBe(false);
  });

  it.each([
    [5 * 60_000 + 1, null],
    [5 * 60_000, 5],
    [60_001, 5],
    [60_000, 1],
    [1, 1],
    [0, null],
  ] as const)('with %s ms left the warning is %s', (left, warning) => {
    const exam = begun();
    expect(warningAt(exam, (exam.endsAt ?? 0) - left)).toBe(warning);
  });

  it('that ran out ends when its time was up, however late somebody looks', () => {
    const exam = begun();
    expect(moveExam(exam, { type: 'submit', now: 9e9 })).toMatchObject({
      submittedAt: exam.endsAt,
      expired: true,
    });
  });
});

describe('the report', () => {
  const question = (id: string): Question => {
    const reasons = { explanation: 'Because.', facts: ['RT-01'] };
    const parsed = parseQuestion({
      type: 'multi',
      id,
      stem: 'Which?',
      objective: '6a',
      topic: 't',
      rules: ['RT-01'],
      difficulty: 1,
      family: 'f',
      options: ['a', 'b', 'c', 'd', 'e'].map((o) => ({ id: o, text: o, correct: o < 'c', ...reasons })),
    });
    if (!parsed.ok) throw new Error('bad question');
    return parsed.value;
  };
  const questions = refs.map((ref, i) => (i === 7 ? null : { question: question(ref.id) }));

  it('equals a recount, leaves out what is gone, and counts nothing given as wrong', () => {
    const answers = { 0: ['a', 'b'], 1: ['a'], 2: ['a', 'b', 'c'], 7: ['a', 'b'] };
    const exam: ExamData = {
      ...begun(),
      submittedAt: 5000,
      answers: Object.fromEntries(
        Object.entries(answers).map(([i, chosen]) => [i, { kind: 'options' as const, chosen }]),
      ),
    };
    const made = examEntries('s', exam, questions, null, 3);
    expect(made.answers).toHaveLength(39);
    expect(made.exam).toMatchObject({ asked: 39, right: 1, day: 3 });
    expect(made.answers.slice(0, 4).map((a) => a.partial)).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [0, 1],
    ]);
    const rows = reportRows(made.answers, 'objective');
    expect(rows.map((row) => [row.id, row.right, row.asked])).toEqual([
      ['6a', 1, 20],
      ['6b', 0, 19],
    ]);
    expect(rows.reduce((n, row) => n + row.asked, 0)).toBe(totalOf(made.answers).asked);
    expect(toPercent(rows[0]?.partial ?? { top: 0, bottom: 1 })).toBe(8);
    // Made again after a kill, it is the same: the log takes nothing twice.
    expect(examEntries('s', exam, questions, null, 3)).toEqual(made);
  });

  it('tells the review nothing of questions that never came into view; those left open were missed', () => {
    const base = begun();
    const exam: ExamData = {
      ...base,
      at: 3,
      submittedAt: 5000,
      answers: { 0: { kind: 'options', chosen: ['a', 'b'] } },
      ms: base.ms.map((_, i) => (i === 1 ? 9000 : 0)),
    };
    const { answers } = examEntries('s', exam, questions, null, 3);
    expect(answers.slice(0, 5).map(({ rating, strict }) => [rating, strict])).toEqual([
      ['good', true],
      ['again', false],
      [null, false],
      ['again', false],
      [null, false],
    ]);
  });

  it('draws the line at the exact share', () => {
    expect(reaches({ asked: 40, right: 30 }, 0.75)).toBe(true);
    expect(reaches({ asked: 40, right: 29 }, 0.75)).toBe(false);
  });
});
