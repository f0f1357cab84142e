import type { Entry } from '#model/entry.ts';
import type { ItemRef } from '#model/session.ts';
import { progressStore } from '#state/progress.ts';

/** A board that is new each time is flagged by its card. */
const flagKey = (ref: ItemRef): string => (ref.seed === null ? ref.id : ref.card);

export function isFlagged(entries: readonly Entry[], ref: ItemRef): boolean {
  const last = entries.findLast((entry) => entry.kind === 'flag' && entry.item === flagKey(ref));
  return last?.kind === 'flag' && last.on;
}

export function toggleFlag(ref: ItemRef, flagged: boolean): void {
  void progressStore.getState().append({ kind: 'flag', item: flagKey(ref), on: !flagged });
}
