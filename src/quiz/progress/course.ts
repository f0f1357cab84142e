import type { Entry } from '#model/quiz/entry.ts';
import { type ChunkedFold, pass, type Steps } from '../lib/chunkedFold.ts';

/** What a learner has gone through, as the log says. */
export interface CourseMarks {
  /** Lessons marked as read, the last mark counting. */
  read: ReadonlySet<string>;
  /** Level → the most stars it was passed with; 0: tried. */
  stars: ReadonlyMap<string, number>;
  answers: number;
}

export function marks(): ChunkedFold<CourseMarks> {
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

/** How far a learner is in the course. */
export function* standing(entries: readonly Entry[]): Steps<CourseMarks> {
  const gone = marks();
  yield* pass(entries, gone);
  return gone.result();
}
