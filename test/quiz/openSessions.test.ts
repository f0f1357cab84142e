import { describe, expect, it } from 'vitest';
import type { Entry } from '#model/quiz/entry.ts';
import type { ExamData, ItemRef, PlayData } from '#model/quiz/session.ts';
import { BLUEPRINTS } from '#quiz/exam/assemble.ts';
import { moveExam, startExam } from '#quiz/exam/exam.ts';
import { EVERYTHING } from '#quiz/practice/filterText.ts';
import { flagsIn } from '#quiz/progress/flagged.ts';
import { DISCARDED, type KeptSession, openIn } from '#quiz/practice/openSessions.ts';
import { movePlay, startPlay } from '#quiz/practice/play.ts';
import { matching, seenIn } from '#quiz/practice/practice.ts';
import { sessionTitle } from '#quiz/practice/sessionTitle.ts';

const refs = Array.from(
  { length: 4 },
  (_, i): ItemRef => ({
    id: `q${i}`,
    family: 'f',
    seed: i === 3 ? 7 : null,
    topic: 'locks',
    objective: '6a',
    card: `f/R-${i}`,
  }),
);
const play = (title: string): PlayData =>
  startPlay(refs, {
    mode: 'practice',
    feedback: 'now',
    certainty: false,
    seed: 1,
    contentVersion: 'v',
    title,
    startedAt: 5,
  });
const [blueprint] = BLUEPRINTS;
if (blueprint === undefined) throw new Error('no blueprint');
const exam = (now: number): ExamData =>
  startExam(blueprint, { short: {}, relaxed: [] }, refs, {
    seed: 1,
    contentVersion: 'v',
    now,
    extra: 1,
  });
const kept = (id: string, kind: string, updatedAt: number, data: unknown): KeptSession => ({
  id,
  kind,
  updatedAt,
  data,
});

describe('what is open', () => {
  it('is every session and exam that is not over, the last used first, with how far it is', () => {
    const begun = movePlay(play('Locks'), {
      type: 'graded',
      strict: true,
      entry: 'e',
    });
    const sitting = moveExam(exam(10), {
      type: 'answer',
      answer: { kind: 'options', chosen: ['a'] },
    });
    const list = openIn(
      [
        kept('p', 'practice', 20, begun),
        kept('done', 'practice', 90, movePlay(begun, { type: 'finish', now: 8 })),
        kept('r', 'review', 40, play('Review')),
        kept('x', 'exam', 30, sitting),
        kept('over', 'exam', 80, moveExam(sitting, { type: 'submit', now: 11 })),
        kept('thrown', DISCARDED, 99, null),
        kept('broken', 'practice', 99, { steps: 'none' }),
      ],
      20,
    );
    expect(
      list.map(({ id, title, answered, total, begunAt }) => [id, title, answered, total, begunAt]),
    ).toEqual([
      ['r', 'Review', 0, 4, 5],
      ['x', `Mock exam: ${blueprint.title}`, 1, 4, 10],
      ['p', 'Locks', 1, 4, 5],
    ]);
  });

  it('says of an exam that its time is up', () => {
    const end = exam(0).endsAt ?? 0;
    const at = (now: number) => openIn([kept('x', 'exam', 1, exam(0))], now)[0]?.timeUp;
    expect([at(end - 1), at(end)]).toEqual([false, true]);
  });

  it('reads sessions from before their start was kept', () => {
    const { startedAt: _, ...old } = play('Everything');
    expect(openIn([kept('p', 'practice', 3, old)], 9)[0]).toMatchObject({
      begunAt: null,
      usedAt: 3,
    });
  });
});

describe('flags of an exam', () => {
  const flagged = [1, 3].reduce(
    (so, i) => moveExam(moveExam(so, { type: 'go', to: i }), { type: 'flag' }),
    exam(10),
  );
  const over = moveExam(flagged, { type: 'submit', now: 100 });
  const off = (at: number, item: string, on = false): Entry => ({
    kind: 'flag',
    id: `f${at}`,
    at,
    item,
    on,
  });
  const row = (ref: ItemRef) => ({
    ...ref,
    type: 'single' as const,
    rules: [ref.card.slice(2)],
    difficulty: 1 as const,
    enemies: [],
    generated: ref.seed !== null,
    title: '',
  });

  it('are flags once it is submitted, of new boards by their card, until they are taken off', () => {
    expect([...flagsIn([], [kept('x', 'exam', 1, flagged)]).all]).toEqual([]);
    const sessions = [kept('x', 'exam', 1, over)];
    expect([...flagsIn([], sessions).exam]).toEqual(['q1', 'f/R-3']);
    // A flag that was taken off before the exam says nothing of the exam.
    expect([...flagsIn([off(50, 'q1')], sessions).all]).toEqual(['q1', 'f/R-3']);
    expect([...flagsIn([off(150, 'q1')], sessions).all]).toEqual(['f/R-3']);
    const again = flagsIn([off(150, 'q1'), off(160, 'q1', true)], sessions);
    expect([[...again.all].sort(), [...again.exam].sort()]).toEqual([
      ['f/R-3', 'q1'],
      ['f/R-3', 'q1'],
    ]);
  });

  it('are found in practice, under a choice of their own and among all that is flagged', () => {
    const seen = seenIn([off(5, 'q0', true)], [kept('x', 'exam', 1, over)]);
    const found = (selection: 'flagged' | 'exam-flags') =>
      matching(refs.map(row), { ...EVERYTHING, selection }, seen).map(({ id }) => id);
    expect(found('exam-flags')).toEqual(['q1', 'q3']);
    expect(found('flagged')).toEqual(['q0', 'q1', 'q3']);
  });
});

describe('the name of a session', () => {
  it('says what was asked for', () => {
    expect(sessionTitle(EVERYTHING)).toBe('Mixed practice');
    expect(sessionTitle({ ...EVERYTHING, topics: ['locks', 'tfe-provider'] })).toBe(
      'Practice: Locks and The tfe provider',
    );
    expect(sessionTitle({ ...EVERYTHING, selection: 'exam-flags' })).toBe('Flagged in an exam');
    expect(
      sessionTitle({
        ...EVERYTHING,
        selection: 'missed',
        objectives: ['3b', '3c', '6a'],
      }),
    ).toBe('Still wrong: 3 objectives');
  });
});
