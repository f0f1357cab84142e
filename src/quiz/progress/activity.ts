import type { ChunkedFold } from '../lib/chunkedFold.ts';

/** An answer that was left open counts for no more than that, milliseconds. */
const LONGEST = 10 * 60_000;

export interface ActiveDay {
  /** The learner's day. */
  day: number;
  answers: number;
  /** Right in full. */
  right: number;
  /** Time spent on answers, milliseconds. */
  ms: number;
  /** Lessons marked as read. */
  lessons: number;
  /** Levels passed, each once a day. */
  levels: number;
  exams: number;
}

/**
 * What was done on each day, the first of them first; days without anything are there too.
 * @param dayOf the learner's day of a time
 */
export function activity(from: number, to: number, dayOf: (at: number) => number): ChunkedFold<ActiveDay[]> {
  const days = Array.from(
    { length: Math.max(0, to - from + 1) },
    (_, i): ActiveDay => ({ day: from + i, answers: 0, right: 0, ms: 0, lessons: 0, levels: 0, exams: 0 }),
  );
  const passed = new Set<string>();
  return {
    add(entry) {
      if (entry.kind === 'answer') {
        const at = days[entry.day - from];
        if (at === undefined) return;
        at.answers++;
        if (entry.strict) at.right++;
        at.ms += Math.min(LONGEST, entry.ms ?? 0);
      } else if (entry.kind === 'exam') {
        const at = days[entry.day - from];
        if (at !== undefined) at.exams++;
      } else if (entry.kind === 'lesson' && entry.mark === 'read') {
        const at = days[dayOf(entry.at) - from];
        if (at !== undefined) at.lessons++;
      } else if (entry.kind === 'level' && entry.passed) {
        const at = days[dayOf(entry.at) - from];
        const key = `${at?.day}/${entry.level}`;
        if (at === undefined || passed.has(key)) return;
        passed.add(key);
        at.levels++;
      }
    },
    result: () => days,
  };
}
