import { BOARD_KEY, type BoardStorage } from './boardStorage.ts';

/*
 * Stored shape, under `runchain.sandbox.boards`:
 *   version 1: { version: 1, current: id, boards: [{ id, name }] }
 * Each board is under `runchain.sandbox.board.ID`, in the shape of boardStorage.ts. The one board of earlier versions,
 * under `runchain.sandbox.board`, becomes the first of the list.
 */
export const INDEX = 'runchain.sandbox.boards';
export const FIRST = 'b1';
export const LONGEST = 60;
const MOST_LOOKED_FOR = 50;

export interface BoardEntry {
  id: string;
  name: string;
}
export const boardKey = (id: string): string => `${BOARD_KEY}.${id}`;
export function freeBoardName(boards: readonly BoardEntry[], wanted: string): string {
  const taken = new Set(boards.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
  return name;
}

/** The list as it is stored; without one, the board of an earlier version becomes the first. */
export function readIndex(kept: BoardStorage): { boards: BoardEntry[]; current: string } {
  const boards: BoardEntry[] = [];
  let current = FIRST;
  try {
    const read: unknown = JSON.parse(kept.getItem(INDEX) ?? 'null');
    if (typeof read === 'object' && read !== null && 'boards' in read && Array.isArray(read.boards)) {
      for (const item of read.boards as unknown[]) {
        const [id, name] = [fieldOf(item, 'id'), fieldOf(item, 'name')];
        if (/^b\d+$/.test(id) && name !== '' && !boards.some((other) => other.id === id))
          boards.push({ id, name: name.slice(0, LONGEST) });
      }
      current = fieldOf(read, 'current');
    }
    const before = kept.getItem(BOARD_KEY);
    if (before !== null) {
      if (kept.getItem(boardKey(FIRST)) === null) kept.setItem(boardKey(FIRST), before);
      kept.removeItem(BOARD_KEY);
    }
  } catch {
    // A list that cannot be read is made anew, below.
  }
  if (boards.length === 0) boards.push(...found(kept));
  if (boards.length === 0) boards.push({ id: FIRST, name: 'My board' });
  if (!boards.some(({ id }) => id === current)) current = boards[0]?.id ?? FIRST;
  return { boards, current };
}

/** Boards that are there though no list names them. */
function found(kept: BoardStorage): BoardEntry[] {
  const numbers = Array.from({ length: MOST_LOOKED_FOR }, (_, i) => i + 1);
  return numbers
    .filter((n) => quietly(() => kept.getItem(boardKey(`b${n}`))) !== null)
    .map((n) => ({ id: `b${n}`, name: n === 1 ? 'My board' : `Board ${n}` }));
}

function fieldOf(from: unknown, key: string): string {
  const value: unknown = typeof from === 'object' && from !== null ? Reflect.get(from, key) : null;
  return typeof value === 'string' ? value : '';
}

export function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

export function memory(): BoardStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      entries.set(key, value);
    },
    removeItem: (key) => {
      entries.delete(key);
    },
  };
}
