import type { KeyboardEvent } from 'react';
import { newWorkspace } from '#state/board/command.ts';
import { idOf } from '#model/layout/layout.ts';
import { neighbour, readingOrder } from '../canvas/arrange.ts';
import { isDecision } from '../timeline/describeEntry.ts';
import { chosenIds, duplicateSelected, toggleSelected } from '../context/selection.ts';
import {
  actOnRun,
  shownRun,
  offered,
  type RunAction,
  type WorkbenchSeen,
  commandStartRun,
} from '../context/useSandbox.ts';

const RUN_KEYS: Readonly<Record<string, RunAction>> = {
  a: 'confirm',
  d: 'discard',
  o: 'override_policy',
  c: 'cancel',
};
const ZOOM_KEYS: Readonly<Record<string, string>> = {
  '+': '.zoom button:nth-of-type(1)',
  '-': '.zoom button:nth-of-type(2)',
  '−': '.zoom button:nth-of-type(2)',
  '0': '.zoom button:nth-of-type(3)',
};
/** The grid of the canvas, in its own units. */
const GRID = 24;

/** Puts the focus on a workspace of the board that is shown. */
export const focusStation = (id: string | null): void => {
  if (id !== null) document.querySelector<HTMLElement>(`[data-station="${CSS.escape(id)}"]`)?.focus();
};
export const focusOn = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
};

const did = (_: unknown): true => true;

/** The keys of the board and the timeline. @returns whether the key did something */
export function handleKey(
  event: KeyboardEvent,
  seen: WorkbenchSeen,
  letters: boolean,
  openKeys: () => void,
): boolean {
  const { state, sandbox } = seen;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.matches('input, select, textarea, [contenteditable]') === true) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const station = target?.dataset['station'] !== undefined;
  if (event.ctrlKey || event.metaKey) return controlKey(event, key, seen, station);
  if (event.altKey) return false;
  if (station && state.focused !== null && stationKey(event, key, seen, state.focused)) return true;
  if (key === ' ') {
    if (target?.matches('button, summary') === true && !station) return false;
    sandbox.setPlaying(!state.playing);
    return true;
  }
  return letters && (timeKey(event, seen) || letterKey(event, key, seen, openKeys));
}

function controlKey(event: KeyboardEvent, key: string, seen: WorkbenchSeen, station: boolean): boolean {
  const { sandbox, state } = seen;
  switch (key) {
    case 'z':
      return did(event.shiftKey ? sandbox.redo() : sandbox.undo());
    case 'y':
      return did(sandbox.redo());
    case 'a': {
      const ids = state.scenario.layout.workspaces.map(idOf);
      sandbox.select(ids);
      return did(sandbox.say(`${ids.length} selected.`));
    }
    case 'd':
      return did(duplicateSelected(seen));
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      return station && shiftBoxes(key, event.shiftKey ? 4 * GRID : GRID, seen);
    default:
      return false;
  }
}

/** Moves the chosen boxes on the grid, from where they are drawn; only on the canvas. */
function shiftBoxes(key: string, step: number, seen: WorkbenchSeen): boolean {
  const dx = key === 'ArrowLeft' ? -step : key === 'ArrowRight' ? step : 0;
  const dy = key === 'ArrowUp' ? -step : key === 'ArrowDown' ? step : 0;
  const moved = chosenIds(seen).flatMap((id) => {
    const at = seen.state.positions[id] ?? drawnAt(id);
    if (at === null) return [];
    const snap = (value: number, by: number) => (by === 0 ? value : Math.round((value + by) / GRID) * GRID);
    return [[id, { x: snap(at.x, dx), y: snap(at.y, dy) }] as const];
  });
  if (moved.length === 0) return false;
  seen.sandbox.perform({ type: 'move_boxes', positions: Object.fromEntries(moved) });
  return true;
}

/** Where the canvas has put a box that nobody moved yet. */
function drawnAt(id: string): { x: number; y: number } | null {
  const box = document
    .querySelector(`[data-station="${CSS.escape(id)}"]`)
    ?.closest<HTMLElement>('[style*="translate"]');
  const [, x, y] = /translate\((-?[\d.]+)px, ?(-?[\d.]+)px\)/.exec(box?.style.transform ?? '') ?? [];
  return x === undefined || y === undefined ? null : { x: Number(x), y: Number(y) };
}

/** Keys that mean the workspace that has the focus. */
function stationKey(event: KeyboardEvent, key: string, seen: WorkbenchSeen, id: string): boolean {
  const { state, moment, sandbox } = seen;
  const order = readingOrder(state.scenario.layout.workspaces.map(idOf), moment.triggers);
  const next = neighbour(event.key, id, order, moment.triggers);
  if (next !== null) {
    if (event.shiftKey) {
      const chosen = new Set(state.selected.length === 0 ? [id, next] : [...state.selected, next]);
      sandbox.select([...chosen]);
      sandbox.say(`${chosen.size} selected.`);
    }
    sandbox.focus(next);
    focusStation(next);
    return true;
  }
  switch (key) {
    case 'Enter':
      return event.shiftKey ? did(toggleSelected(seen, id)) : did(focusOn('[data-inspector]'));
    case 'F2':
      return did(focusOn('.rename input'));
    case 'Delete':
    case 'Backspace':
      sandbox.perform({ type: 'delete_workspaces', workspaces: chosenIds(seen) });
      requestAnimationFrame(() => focusStation(sandbox.store.getState().focused));
      return true;
    case 'Escape':
      if (state.selected.length === 0) return false;
      sandbox.select([]);
      return did(sandbox.say('Nothing selected.'));
    default:
      return false;
  }
}

/** Keys that move through what happened. */
function timeKey(event: KeyboardEvent, { state, simulation, sandbox }: WorkbenchSeen): boolean {
  const { log } = simulation;
  switch (event.key) {
    case '.':
      return did(sandbox.seek(state.cursor + 1));
    case ',':
      return did(sandbox.seek(state.cursor - 1));
    case '>': {
      const next = log.findIndex((entry, i) => i >= state.cursor && isDecision(entry));
      return did(sandbox.seek(next < 0 ? log.length : next + 1));
    }
    case '<': {
      const back = log.slice(0, Math.max(0, state.cursor - 1)).findLastIndex(isDecision);
      return did(sandbox.seek(back + 1));
    }
    default:
      return false;
  }
}

function letterKey(event: KeyboardEvent, key: string, seen: WorkbenchSeen, openKeys: () => void): boolean {
  const { state, moment, sandbox, pick } = seen;
  const zoom = ZOOM_KEYS[key];
  if (zoom !== undefined) {
    const button = document.querySelector<HTMLElement>(zoom);
    button?.click();
    return button !== null;
  }
  const id = state.focused;
  switch (key) {
    case '?':
      return did(openKeys());
    case '/':
      return did(pick({ id: id ?? '', direction: 'find' }));
    case 'w':
      seen.showTab('why');
      return did(focusOn('[data-why]'));
    case 'i':
      seen.showTab('why');
      return did(focusOn('.what-if button'));
    case 'n':
      if (sandbox.perform(newWorkspace(state.scenario.layout)).ok)
        setTimeout(() => focusStation(sandbox.store.getState().focused), 50);
      return true;
  }
  if (id === null) return false;
  switch (key) {
    case 't':
      return did(pick({ id, direction: event.shiftKey ? 'after' : 'from' }));
    case 's':
      return did(pick({ id, direction: 'share' }));
    case 'e':
      return did(pick({ id, direction: 'arrows' }));
    case 'r':
      return did(commandStartRun(seen, id));
    case 'l':
      return did(toggleLock(seen, id));
  }
  const action = RUN_KEYS[key];
  if (action === undefined) return false;
  const here = shownRun(moment, id);
  // With nothing to decide in the focused workspace, the key goes to the one run that waits for it.
  const waiting = moment.runs.filter((run) => offered(run).includes(action));
  const run =
    here !== null && offered(here).includes(action) ? here : waiting.length === 1 ? waiting[0] : here;
  if (run == null) sandbox.say('There is no run here to decide on.', 'run');
  else actOnRun(seen, action, run);
  return true;
}

/** Whoever acts may undo a lock of their own; for another team's it takes force, which is asked first. */
function toggleLock({ moment, sandbox, state, pick }: WorkbenchSeen, id: string): void {
  const holder = moment.locks.get(id);
  if (holder === undefined) sandbox.perform({ type: 'lock', workspace: id });
  else if (holder === (state.acting ?? 'owners')) sandbox.perform({ type: 'unlock', workspace: id });
  else pick({ id, direction: 'force' });
}
