import type { KeyValue } from '../boards/boardStorage.ts';
import { PLAYED } from './draft/playedDraft.ts';

/** The id of the level that was opened last is kept under this key, as plain text. */
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
