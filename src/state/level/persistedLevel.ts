import type { Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { createPersistedBoard, type PersistedBoard } from '../boards/persistedBoard.ts';
import { type BoardStorage, levelKey, loadBoard, saveBoard } from '../boards/boardStorage.ts';
import { fitsLevel } from './editOptions.ts';
import { freshBoard } from '../board/board.ts';

/** The key of the copy that another tab's copy replaced, in the shape of a board. */
export const copyKey = (id: string): string => `${levelKey(id)}.copy`;

/** What was done to a level, and the copy that another tab's copy replaced. */
export interface PersistedLevel extends PersistedBoard {
  subscribe: (listener: () => void) => () => void;
  /** A number that changes with everything that a view of this shows. */
  version: () => number;
  /** The copy that was put aside; null if there is none that can be read. */
  copy: () => Scenario | null;
  dropCopy: () => void;
}

/** Never overwrites what another tab did to the level without asking, as on the free board. */
export function createPersistedLevel(storage: BoardStorage, level: Level): PersistedLevel {
  const [key, copy] = [levelKey(level.id), copyKey(level.id)];
  const listeners = new Set<() => void>();
  let changes = 0;
  const tell = () => {
    changes++;
    for (const listener of listeners) listener();
  };
  const apart = (text: string) => {
    storage.setItem(copy, text);
    tell();
  };
  return {
    ...createPersistedBoard(storage, key, key, tell, apart, untouched(level)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => changes,
    copy() {
      const loaded = loadBoard(storage, copy, (scenario) => fitsLevel(level, scenario));
      return loaded.state === 'loaded' ? loaded.board.scenario : null;
    },
    dropCopy() {
      storage.removeItem(copy);
      tell();
    },
  };
}

/** The level as it begins, in its stored form. */
function untouched(level: Level): string | null {
  let text: string | null = null;
  const held = { getItem: () => text, setItem: (_: string, given: string) => (text = given) };
  saveBoard(held, freshBoard({ layout: level.layout, actions: [] }));
  return text;
}
