import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#model/quiz/entry.ts';
import { activity } from '#quiz/progress/activity.ts';
import { replay } from '#quiz/review/cards.ts';
import { dashboard } from '#quiz/progress/dashboard.ts';
import { forecast } from '#quiz/review/forecast.ts';
import { DEFAULT_QUEUE } from '#quiz/review/queueSettings.ts';
import { reviewDay } from '#quiz/review/reviewDay.ts';
import { runAll, folded } from '#quiz/lib/chunkedFold.ts';
import { answer, anyLog, catalogue } from './answers.ts';

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
          const { forecast: found } = runAll(dashboard(log, catalogue, settings, 100, () => 100));
          expect(found.days.map(({ day }) => day)).toEqual(Array.from({ length: left }, (_, i) => 100 + i));
          for (const { day, due, fresh: first, finalPass } of found.days) {
            const review = runAll(reviewDay(log, catalogue, settings, day));
            expect([due, first, finalPass], `day ${day}`).toEqual([
              review.due,
              review.fresh,
              review.finalPass !== null,
            ]);
            const answered = review.queue.map(({ id, topic }) =>
              answer({ card: id, topic, day, mode: 'review' }),
            );
            log = [...log, ...answered];
          }
          const known = [...runAll(replay(log)).values()].filter((card) => card.memory !== null);
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
    const { days, begun } = runAll(dashboard(log, catalogue, settings, 100, () => 100)).forecast;
    expect(days[0]).toMatchObject({ due: 0, fresh: 3 });
    expect(begun).toEqual({ now: 2, reached: 30, all: 30 });
  });
});
