import type { Entry } from '#model/quiz/entry.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import { flagKey, flagsIn } from '#quiz/progress/flagged.ts';
import type { KeptSession } from '#quiz/practice/openSessions.ts';
import { progressStore } from '#state/progress/progress.ts';

/** Whether a question is flagged, in practice or in an exam. */
export const isFlagged = (
  entries: readonly Entry[],
  sessions: readonly KeptSession[],
  ref: ItemRef,
): boolean => flagsIn(entries, sessions).all.has(flagKey(ref));

export function toggleFlag(ref: ItemRef, flagged: boolean): void {
  void progressStore.getState().append({ kind: 'flag', item: flagKey(ref), on: !flagged });
}

/** Sets or takes off many flags at once. */
export function setFlags(keys: Iterable<string>, on: boolean): void {
  void progressStore.getState().append(...[...keys].map((item) => ({ kind: 'flag' as const, item, on })));
}
