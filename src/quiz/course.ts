import type { Entry } from '#model/entry.ts';
import { type CardState, replay } from './cards.ts';
import { isLeech } from './queue.ts';
import { type Fold, pass, type Steps } from './steps.ts';

/** What a learner has gone through, as the log says. */
export interface Marks {
  /** Lessons marked as read, the last mark counting. */
  read: ReadonlySet<string>;
  /** Level → the most stars it was passed with; 0: tried. */
  stars: ReadonlyMap<string, number>;
  answers: number;
}

/** Where a learner stands in the course. */
export interface Standing extends Marks {
  /** Cards that are due today or were due before, those that are no longer asked aside. */
  due: number;
}

export function marks(): Fold<Marks> {
  const read = new Set<string>();
  const stars = new Map<string, number>();
  let answers = 0;
  return {
    add(entry) {
      if (entry.kind === 'lesson') {
        if (entry.mark === 'read') read.add(entry.lesson);
        else read.delete(entry.lesson);
      } else if (entry.kind === 'level') {
        const earned = entry.passed && !entry.shown ? entry.stars : 0;
        stars.set(entry.level, Math.max(stars.get(entry.level) ?? 0, earned));
      } else if (entry.kind === 'answer') answers++;
    },
    result: () => ({ read, stars, answers }),
  };
}

const dueOf = (cards: Iterable<CardState>, today: number): number =>
  [...cards].filter(
    (card) => !card.suspended && !isLeech(card) && card.memory !== null && card.memory.dueDay <= today,
  ).length;

/** @param today the learner's calendar day, as a number of days since 1970 */
export function* standing(entries: readonly Entry[], today: number): Steps<Standing> {
  const gone = marks();
  yield* pass(entries, gone);
  const cards = yield* replay(entries);
  return { ...gone.result(), due: dueOf(cards.values(), today) };
}
