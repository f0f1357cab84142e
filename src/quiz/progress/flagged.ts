import type { Entry } from '#model/quiz/entry.ts';
import { type ItemRef, parseExam } from '#model/quiz/session.ts';
import type { KeptSession } from '../practice/openSessions.ts';

/** A board that is new each time is flagged by its card. */
export const flagKey = (ref: Pick<ItemRef, 'id' | 'seed' | 'card'>): string =>
  ref.seed === null ? ref.id : ref.card;

export interface Flags {
  all: ReadonlySet<string>;
  /** Those that were set in an exam and not taken off since. */
  exam: ReadonlySet<string>;
}

/**
 * What is flagged: in practice by an entry of the log, in an exam by the exam itself once it is submitted. The last
 * word counts, so that a flag of an exam can be taken off in practice.
 */
export function flagsIn(entries: readonly Entry[], sessions: readonly KeptSession[]): Flags {
  const events: { at: number; key: string; on: boolean; exam: boolean }[] = [];
  for (const { kind, data } of sessions) {
    const exam = kind === 'exam' ? parseExam(data) : null;
    if (exam?.ok !== true || exam.value.submittedAt === null) continue;
    const at = exam.value.submittedAt;
    for (const ref of exam.value.flags.flatMap((i) => exam.value.items[i] ?? []))
      events.push({ at, key: flagKey(ref), on: true, exam: true });
  }
  for (const entry of entries)
    if (entry.kind === 'flag') events.push({ at: entry.at, key: entry.item, on: entry.on, exam: false });
  const [all, inExam, ever] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { key, on, exam } of events.sort((a, b) => a.at - b.at)) {
    if (on) all.add(key);
    else all.delete(key);
    if (exam) ever.add(key);
    // A flag of an exam that is set again, as an undo does, is a flag of that exam again.
    if (on && ever.has(key)) inExam.add(key);
    else if (!on) inExam.delete(key);
  }
  return { all, exam: inExam };
}
