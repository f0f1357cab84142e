import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { boardArea, tabArea } from '../storage/browser.ts';
import { writtenScenario } from '../board/writtenScenario.ts';

/** Where boards are kept: the browser's storage, or a plain map in tests. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}
export interface BoardStorage extends KeyValue {
  removeItem(key: string): void;
}

/*
 * Stored shape, under `runchain.sandbox.board`, and under `runchain.sandbox.level.<id>` what was done to a level:
 *   version 1: { version: 1, scenario: { layout, actions }, positions: { workspace: { x, y } }, cursor, hcl? }
 * What cannot be read is moved, as it is, to the same key with `.unreadable` behind it.
 */
export const BOARD_KEY = 'runchain.sandbox.board';
export const levelKey = (id: string): string => `runchain.sandbox.level.${id}`;

export type Positions = Readonly<Record<string, { x: number; y: number }>>;
export interface StoredBoard {
  scenario: Scenario;
  positions: Positions;
  cursor: number;
  /** The text that was last written in the HCL editor, with the comments and blocks that only it has; null: none. */
  hcl: string | null;
}
export type LoadedBoard =
  | { state: 'empty' }
  | { state: 'loaded'; board: StoredBoard }
  | { state: 'unreadable' }
  | { state: 'blocked' };

/** Where this learner's boards are kept, or null where storage is blocked. */
export const browserBoardStorage: () => BoardStorage | null = boardArea;

/** What this tab alone remembers, as long as it is open; null where that is blocked. */
export const tabStorage: () => KeyValue | null = tabArea;

/** @param fits false for a board that can be read and yet is not one of this place */
export function loadBoard(
  storage: KeyValue | null,
  key = BOARD_KEY,
  fits: (scenario: Scenario) => boolean = () => true,
): LoadedBoard {
  if (storage === null) return { state: 'blocked' };
  let text: string | null = null;
  try {
    text = storage.getItem(key);
    if (text === null) return { state: 'empty' };
    const board = readBoard(JSON.parse(text));
    if (board !== null && fits(board.scenario)) return { state: 'loaded', board };
  } catch {
    if (text === null) return { state: 'blocked' };
  }
  try {
    storage.setItem(`${key}.unreadable`, text);
  } catch {
    return { state: 'blocked' };
  }
  return { state: 'unreadable' };
}

/** @returns whether it was kept */
export function saveBoard(storage: KeyValue | null, board: StoredBoard, key = BOARD_KEY): boolean {
  if (storage === null) return false;
  try {
    storage.setItem(key, JSON.stringify({ version: 1, ...board, scenario: writtenScenario(board.scenario) }));
    return true;
  } catch {
    return false;
  }
}

function readBoard(input: unknown): StoredBoard | null {
  if (typeof input !== 'object' || input === null || !('version' in input) || input.version !== 1)
    return null;
  const scenario = parseScenario('scenario' in input ? input.scenario : null);
  if (!scenario.ok) return null;
  const cursor =
    'cursor' in input && typeof input.cursor === 'number' ? input.cursor : Number.MAX_SAFE_INTEGER;
  return {
    scenario: scenario.value,
    positions: readPositions('positions' in input ? input.positions : null),
    cursor,
    hcl: 'hcl' in input && typeof input.hcl === 'string' ? input.hcl : null,
  };
}

function readPositions(input: unknown): Positions {
  if (typeof input !== 'object' || input === null) return {};
  const read: Record<string, { x: number; y: number }> = {};
  for (const [id, at] of Object.entries(input)) {
    if (Number.isFinite(at?.x) && Number.isFinite(at?.y)) read[id] = { x: at.x, y: at.y };
  }
  return read;
}
