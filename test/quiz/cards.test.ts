import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import {
  type AnswerEntry,
  type Entry,
  inOrderOf,
  REVIEW_RATINGS,
  type ReviewRating,
} from '#model/quiz/entry.ts';
import { type CardState, replay } from '#quiz/review/cards.ts';
import { evidence } from '#quiz/progress/grounds.ts';
import { runAll, folded } from '#quiz/lib/chunkedFold.ts';
import { DEFAULT_QUEUE } from '#quiz/review/queueSettings.ts';
import { reviewDay } from '#quiz/review/reviewDay.ts';
import { review } from '#quiz/review/schedule.ts';

let count = 0;
const answer = (
  card: string,
  day: number,
  rating: ReviewRating,
  more: Partial<AnswerEntry> = {},
): AnswerEntry => ({
  kind: 'answer',
  id: `a${count++}`,
  at: day * 86_400_000 + count,
  day,
  card,
  rating,
  strict: rating !== 'again',
  partial: rating === 'again' ? [0, 1] : [1, 1],
  certainty: null,
  ms: null,
  mode: 'review',
  item: card,
  seed: null,
  contentVersion: '',
  scoring: 1,
  objective: '6a',
  topic: 't',
  rules: [],
  beliefs: [],
  session: 's',
  ...more,
});
const only = (entries: Entry[], levels = new Map<string, string[]>()): CardState | undefined =>
  [...runAll(replay(entries, levels)).values()][0];

describe('cards', () => {
  it('are rebuilt exactly by replaying the log, in whatever order its parts arrived', () => {
    const entries = fc.array(
      fc.record({
        card: fc.constantFrom('f/A-1', 'f/B-1'),
        gap: fc.nat(20),
        rating: fc.constantFrom(...REVIEW_RATINGS),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(entries, fc.nat(40), (made, cut) => {
        let day = 100;
        const log = made.map(({ card, gap, rating }) => {
          day += gap;
          return answer(card, day, rating);
        });
        const whole = runAll(replay(log));
        // As another device would have it: two halves, merged.
        const merged = [...log.slice(cut), ...log.slice(0, cut)].sort(inOrderOf);
        expect(runAll(replay(merged))).toEqual(whole);
        // Card by card, as it was computed when it happened.
        for (const id of ['f/A-1', 'f/B-1']) {
          let memory: CardState['memory'] = null;
          for (const entry of log) {
            if (entry.card !== id || entry.rating === null) continue;
            if (memory !== null && entry.day <= memory.lastDay) continue;
            memory = review(memory, entry.day, entry.rating);
          }
          expect(whole.get(id)?.memory ?? null).toEqual(memory);
        }
      }),
    );
  });

  it('count only the first answer of a day as a review', () => {
    const card = only([answer('f/A-1', 5, 'good'), answer('f/A-1', 5, 'again', { mode: 'drill' })]);
    expect(card).toMatchObject({ reps: 1, lapses: 0 });
    expect(card?.memory?.dueDay).toBe(7);
  });

  it('follow the worked gaps 2, 11, 46 for Good at every due day', () => {
    let day = 0;
    const log: Entry[] = [];
    const gaps = [];
    for (let i = 0; i < 3; i++) {
      log.push(answer('f/A-1', day, 'good'));
      const due = only(log)?.memory?.dueDay ?? 0;
      gaps.push(due - day);
      day = due;
    }
    expect(gaps).toEqual([2, 11, 46]);
  });

  it('take "too easy" for Easy, but not after a miss', () => {
    const right = answer('f/A-1', 0, 'good');
    const wrong = answer('f/A-1', 0, 'again');
    const easy = (of: AnswerEntry): Entry => ({
      kind: 'easy',
      id: `e${of.id}`,
      at: of.at + 1,
      answer: of.id,
    });
    expect(only([right, easy(right)])?.memory?.dueDay).toBe(8);
    expect(only([wrong, easy(wrong)])?.memory?.dueDay).toBe(1);
  });

  it('become leeches at four lapses, and come back when a level about their rule is passed', () => {
    const log: Entry[] = [answer('f/RT-01', 0, 'good')];
    for (let day = 1; day <= 4; day++) log.push(answer('f/RT-01', day, 'again'));
    expect(only(log)?.lapses).toBe(4);
    const level = (id: string, passed: boolean): Entry => ({
      kind: 'level',
      id: `l${id}${passed}`,
      at: 9e9,
      level: id,
      stars: 1,
      edits: 1,
      hints: 0,
      shown: false,
      passed,
    });
    const rules = new Map([['one', ['RT-01']]]);
    expect(only([...log, level('one', true)], rules)?.lapses).toBe(0);
    expect(only([...log, level('one', false)], rules)?.lapses).toBe(4);
    expect(only([...log, level('two', true)], rules)?.lapses).toBe(4);
    expect(
      only([...log, { kind: 'card', id: 'c', at: 9e9, card: 'f/RT-01', suspended: false }])?.lapses,
    ).toBe(0);
  });
});

describe('a day of the review', () => {
  const catalogue: Catalogue = {
    version: 'v',
    items: Array.from({ length: 30 }, (_, i) => ({
      id: `q${i}`,
      type: 'single' as const,
      objective: '6a',
      topic: `t${i % 4}`,
      family: `f${i}`,
      rules: ['RT-01'],
      difficulty: 1 as const,
      enemies: [],
      generated: false,
      title: '',
    })),
    lessons: [],
    levels: [],
  };
  const on = (log: Entry[], today: number, examDay: number | null = null) =>
    runAll(reviewDay(log, catalogue, { ...DEFAULT_QUEUE, examDay }, today));

  it('begins with ten new cards, and asks no more new ones once they are done', () => {
    expect(on([], 10)).toMatchObject({ due: 0, fresh: 10, known: 0 });
    const log = Array.from({ length: 10 }, (_, i) => answer(`f${i}/RT-01`, 10, 'good'));
    expect(on(log, 10)).toMatchObject({ due: 0, fresh: 0, done: { all: 10, fresh: 10 } });
    expect(on(log, 12)).toMatchObject({ due: 10, fresh: 10 });
  });

  it('says how many are due beyond the limit of a day', () => {
    const log = Array.from({ length: 6 }, (_, i) => answer(`f${i}/RT-01`, 0, 'good'));
    const review = runAll(reviewDay(log, catalogue, { fresh: 10, most: 4, examDay: null }, 10));
    expect(review).toMatchObject({ due: 4, fresh: 0, over: 2 });
    expect(on(log, 10)).toMatchObject({ due: 6, fresh: 10, over: 0 });
  });

  it('asks no card whose questions left the bank, and counts none of them', () => {
    const log = [answer('gone/ZZ-99', 0, 'again'), answer('gone/RT-01', 0, 'again')];
    const review = on(log, 10);
    // Another question of the bank asks about RT-01; nothing asks about ZZ-99 any more.
    expect(review.queue.filter((card) => card.memory !== null).map((card) => card.id)).toEqual([
      'gone/RT-01',
    ]);
    expect(review).toMatchObject({ due: 1, known: 1, all: 31 });
  });

  it('makes a final pass before the exam: weak cards a share a day, none new', () => {
    const log = Array.from({ length: 8 }, (_, i) => answer(`f${i}/RT-01`, 10, 'good'));
    const pass = on(log, 20, 24);
    expect(pass).toMatchObject({ finalPass: 4, fresh: 0 });
    expect(pass.queue).toHaveLength(2);
    expect(on(log, 20, 60).finalPass).toBeNull();
  });
});

describe('evidence', () => {
  it('is the first answer of a card and day, in exams and in practice that mixed topics', () => {
    const log = [
      answer('a/1', 1, 'good', { mode: 'exam', session: 'x' }),
      answer('a/1', 1, 'again', { mode: 'practice', session: 'mixed' }),
      answer('b/1', 2, 'again', { mode: 'practice', session: 'mixed', topic: 'u' }),
      answer('c/1', 2, 'good', { mode: 'practice', session: 'one' }),
      answer('d/1', 2, 'good', { mode: 'review', session: 'r' }),
    ];
    expect(folded(log, evidence(3))).toEqual([
      { objective: '6a', score: 1, ageDays: 2 },
      { objective: '6a', score: 0, ageDays: 1 },
    ]);
  });
});
