import {
  type BoardEntry,
  FIRST,
  freeBoardName,
  INDEX,
  boardKey,
  LONGEST,
  memory,
  quietly,
  readIndex,
} from './boardList.ts';
import { createPersistedBoard, type PersistedBoard } from './persistedBoard.ts';
import { type StoredBoard, BOARD_KEY, type BoardStorage, type KeyValue, saveBoard } from './boardStorage.ts';

export type { PersistedBoard } from './persistedBoard.ts';

/** A board that was taken off the list, as it was. */
export interface RemovedBoard {
  entry: BoardEntry;
  index: number;
  text: string | null;
}

export interface Boards {
  /** Whether the browser keeps nothing: then the boards live as long as the page. */
  blocked: boolean;
  list: () => readonly BoardEntry[];
  current: () => BoardEntry;
  subscribe: (listener: () => void) => () => void;
  /** Changes with everything that a view of the list shows. */
  version: () => number;
  /** Looks for boards that other tabs made. */
  refresh: () => void;
  slot: (id: string) => PersistedBoard;
  select: (id: string) => void;
  /** Puts a new board at the end and selects it. @returns its id */
  create: (name: string, board: StoredBoard | null) => string;
  duplicate: (id: string) => string;
  rename: (id: string, name: string) => void;
  remove: (id: string) => RemovedBoard | null;
  restore: (removed: RemovedBoard) => void;
}

/** @param tab what this tab alone remembers: which of the boards it shows */
export function createBoards(storage: BoardStorage | null, tab: KeyValue | null = null): Boards {
  const kept = storage ?? memory();
  const listeners = new Set<() => void>();
  const slots = new Map<string, PersistedBoard>();
  let changes = 0;
  let { boards, current } = readIndex(kept);
  const mine = quietly(() => tab?.getItem(INDEX) ?? null);
  if (boards.some(({ id }) => id === mine)) current = mine ?? current;
  quietly(() => tab?.setItem(INDEX, current));

  const tell = () => {
    changes++;
    for (const listener of listeners) listener();
  };
  const keepIndex = () => {
    quietly(() => kept.setItem(INDEX, JSON.stringify({ version: 1, current, boards })));
    quietly(() => tab?.setItem(INDEX, current));
    tell();
  };
  /** Boards that another tab made since are on the list too. */
  const refresh = () => {
    const known = new Set(boards.map(({ id }) => id));
    boards = [...boards, ...readIndex(kept).boards.filter(({ id }) => !known.has(id) && !gone.has(id))];
  };
  const gone = new Set<string>();
  const newId = (): string => {
    const taken = new Set(boards.map(({ id }) => id));
    let n = boards.length + 1;
    while (taken.has(`b${n}`) || gone.has(`b${n}`) || kept.getItem(boardKey(`b${n}`)) !== null) n++;
    return `b${n}`;
  };
  const add = (name: string, text: string | null): string => {
    refresh();
    const id = newId();
    if (text !== null) kept.setItem(boardKey(id), text);
    boards = [...boards, { id, name: freeBoardName(boards, name) }];
    return id;
  };

  const slotOf = (id: string): PersistedBoard =>
    createPersistedBoard(kept, BOARD_KEY, boardKey(id), tell, (text) => {
      const name = boards.find((entry) => entry.id === id)?.name ?? 'Board';
      const copy = add(`${name}, my copy`, text);
      slots.delete(id);
      current = copy;
      keepIndex();
    });

  const self: Boards = {
    blocked: storage === null,
    list: () => boards,
    current: () => boards.find(({ id }) => id === current) ?? { id: FIRST, name: 'My board' },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => changes,
    refresh() {
      const before = boards.length;
      refresh();
      if (boards.length !== before) tell();
    },
    slot(id) {
      const found = slots.get(id) ?? slotOf(id);
      slots.set(id, found);
      return found;
    },
    select(id) {
      if (!boards.some((entry) => entry.id === id)) return;
      slots.delete(id);
      current = id;
      keepIndex();
    },
    create(name, board) {
      const id = add(name.trim().slice(0, LONGEST) || 'Board', null);
      if (board !== null) saveBoard(self.slot(id), board);
      slots.delete(id);
      current = id;
      keepIndex();
      return id;
    },
    duplicate(id) {
      const name = boards.find((entry) => entry.id === id)?.name ?? 'Board';
      const copy = add(`${name}, copy`, kept.getItem(boardKey(id)));
      current = copy;
      keepIndex();
      return copy;
    },
    rename(id, name) {
      const wanted = name.trim().slice(0, LONGEST);
      const others = boards.filter((entry) => entry.id !== id);
      if (wanted === '') return;
      boards = boards.map((entry) => (entry.id === id ? { id, name: freeBoardName(others, wanted) } : entry));
      keepIndex();
    },
    remove(id) {
      const index = boards.findIndex((entry) => entry.id === id);
      const entry = boards[index];
      if (entry === undefined || boards.length < 2) return null;
      const text = kept.getItem(boardKey(id));
      boards = boards.filter((other) => other.id !== id);
      gone.add(id);
      slots.delete(id);
      kept.removeItem(boardKey(id));
      kept.removeItem(`${boardKey(id)}.hcl-draft`);
      if (current === id) current = boards[Math.min(index, boards.length - 1)]?.id ?? FIRST;
      keepIndex();
      return { entry, index, text };
    },
    restore({ entry, index, text }) {
      gone.delete(entry.id);
      if (text !== null) kept.setItem(boardKey(entry.id), text);
      boards = boards.toSpliced(index, 0, entry);
      current = entry.id;
      keepIndex();
    },
  };
  return self;
}
