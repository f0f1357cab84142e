import type { KeyValue } from '../boards/boardStorage.ts';
import { PLAYED } from './draft/playedDraft.ts';

/** The level that was opened last, under this key as plain text. */
const LAST = 'runchain.sandbox.lastLevel';

export function rememberLevel(storage: KeyValue | null, level: string): void {
  if (level === PLAYED) return;
  try {
    storage?.setItem(LAST, level);
  } catch {
    // Only the shortcut on the map is lost.
  }
}

export function lastLevel(storage: KeyValue | null): string | null {
  try {
    return storage?.getItem(LAST) ?? null;
  } catch {
    return null;
  }
}
