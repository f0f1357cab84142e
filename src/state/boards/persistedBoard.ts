import { quietly } from './boardList.ts';
import type { KeyValue } from './boardStorage.ts';

/** Where one board is kept. What another tab wrote meanwhile is never written over without being asked. */
export interface PersistedBoard extends KeyValue {
  /** Whether another tab wrote a newer copy. */
  conflict: () => boolean;
  /** Whether something was done here that is kept nowhere, because of such a copy. */
  unsaved: () => boolean;
  /** Takes note of what another tab wrote. */
  notice: () => void;
  /** From now on the own copy counts, and is kept. */
  keepMine: () => void;
  /** Keeps the own copy beside the other tab's. */
  keepBoth: () => void;
}

/**
 * @param asked the key by which the store of a board names it, and @param key the one under which it is kept
 * @param tell is called when a newer copy was found, and when that was settled
 * @param apart keeps the own copy beside the other tab's
 * @param blank what a board says that was never kept
 */
export function createPersistedBoard(
  kept: KeyValue,
  asked: string,
  key: string,
  tell: () => void,
  apart: (text: string) => void,
  blank: string | null = null,
): PersistedBoard {
  let known = quietly(() => kept.getItem(key)) ?? blank;
  let pending: string | null = null;
  let conflict = false;
  const differs = (text: string | null) =>
    text !== null && text !== known && content(text) !== content(known ?? '');
  return {
    getItem(name) {
      const text = kept.getItem(name.replace(asked, key));
      if (name === asked) known = text ?? blank;
      return text;
    },
    setItem(name, text) {
      if (name !== asked) return kept.setItem(name.replace(asked, key), text);
      if (conflict || differs(kept.getItem(key))) {
        pending = text;
        if (!conflict) {
          conflict = true;
          tell();
        }
        return;
      }
      kept.setItem(key, text);
      known = text;
    },
    conflict: () => conflict,
    unsaved: () => pending !== null,
    notice() {
      if (conflict || !differs(kept.getItem(key))) return;
      conflict = true;
      tell();
    },
    keepMine() {
      const text = pending ?? known;
      conflict = false;
      pending = null;
      if (text !== null) kept.setItem(key, text);
      known = text;
      tell();
    },
    keepBoth() {
      const text = pending ?? known;
      if (text !== null) apart(text);
    },
  };
}

/** What a stored board says, apart from the moment that is shown and the order of its fields. */
function content(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
      if (key === 'cursor') return undefined;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    });
  } catch {
    return text;
  }
}
