import type { Entry } from '#model/entry.ts';
import { type CardState, replay } from './cards.ts';
import { isLeech } from './queue.ts';

/** Where a learner stands in the course, as the log says. */
export interface Standing {
  /** Lessons marked as read, the last mark counting. */
  read: ReadonlySet<string>;
  /** Level → the most stars it was passed with; 0: tried. */
  stars: ReadonlyMap<string, number>;
  /** Cards that are due today or were due before, those that are no longer asked aside. */
  due: number;
  answers: number;
}

/**
 * @param today the learner's calendar day, as a number of days since 1970
 * @param known the cards of these entries, where they are at hand
 */
export function standing(
  entries: readonly Entry[],
  today: number,
  known: Iterable<CardState> = replay(entries).values(),
): Standing {
  const read = new Set<string>();
  const stars = new Map<string, number>();
  let answers = 0;
  for (const entry of entries) {
    if (entry.kind === 'lesson') {
      if (entry.mark === 'read') read.add(entry.lesson);
      else read.delete(entry.lesson);
    } else if (entry.kind === 'level') {
      const earned = entry.passed && !entry.shown ? entry.stars : 0;
      stars.set(entry.level, Math.max(stars.get(entry.level) ?? 0, earned));
    } else if (entry.kind === 'answer') answers++;
  }
  const cards = [...known];
  const due = cards.filter(
    (card) => !card.suspended && !isLeech(card) && card.memory !== null && card.memory.dueDay <= today,
  ).length;
  return { read, stars, due, answers };
}
