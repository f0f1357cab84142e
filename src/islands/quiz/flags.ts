import type { Entry } from '#model/entry.ts';
import type { ItemRef } from '#model/session.ts';
import { flagKey, flagsIn } from '#quiz/flagged.ts';
import type { KeptSession } from '#quiz/open.ts';
import { progressStore } from '#state/progress.ts';

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
