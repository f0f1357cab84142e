import type { KeyboardEvent } from 'react';
import { idOf } from '#model/layout.ts';
import { neighbour, readingOrder } from './arrange.ts';
import { isDecision } from './entryWords.ts';
import { actOnRun, currentRun, offered, type RunAction, type Seen, startRun } from './useSandbox.ts';

const RUN_KEYS: Readonly<Record<string, RunAction>> = {
  a: 'confirm',
  d: 'discard',
  o: 'override_policy',
  c: 'cancel',
};

/** Puts the focus on a workspace of the board that is shown. */
export const focusStation = (id: string | null): void => {
  if (id !== null) document.querySelector<HTMLElement>(`[data-station="${CSS.escape(id)}"]`)?.focus();
};
export const focusOn = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
};

const did = (_: unknown): true => true;

/** The keys of the board and the timeline. @returns whether the key did something */
export function handleKey(event: KeyboardEvent, seen: Seen, letters: boolean, openKeys: () => void): boolean {
  const { state, simulation, moment, sandbox, pick } = seen;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const station = target?.dataset['station'] !== undefined;
  if (target?.matches('input, select, textarea') === true) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return did(event.shiftKey ? sandbox.redo() : sandbox.undo());
    return key === 'y' ? did(sandbox.redo()) : false;
  }
  if (event.altKey) return false;
  const id = state.focused;
  if (station && id !== null) {
    const order = readingOrder(state.scenario.layout.workspaces.map(idOf), moment.triggers);
    const next = neighbour(event.key, id, order, moment.triggers);
    if (next !== null) {
      sandbox.focus(next);
      focusStation(next);
      return true;
    }
    if (key === 'Enter') return did(focusOn('[data-inspector]'));
    if (key === 'F2') return did(focusOn('.rename input'));
    if (key === 'Delete') {
      sandbox.remove(id);
      requestAnimationFrame(() => focusStation(sandbox.store.getState().focused));
      return true;
    }
  }
  if (key === ' ') {
    if (target?.matches('button') === true && !station) return false;
    sandbox.setPlaying(!state.playing);
    return true;
  }
  if (!letters) return false;
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
    case '?':
      return did(openKeys());
  }
  if (key === 'w') {
    seen.showTab('why');
    return did(focusOn('[data-why]'));
  }
  if (key === 'i') {
    seen.showTab('why');
    return did(focusOn('.what-if button'));
  }
  if (key === 'n') {
    const made = sandbox.addWorkspace();
    setTimeout(() => focusStation(made), 50);
    return true;
  }
  if (id === null) return false;
  if (key === 't') return did(pick({ id, direction: event.shiftKey ? 'after' : 'from' }));
  if (key === 'r') return did(startRun(seen, id));
  if (key === 'l') return sandbox.edit({ type: moment.locks.has(id) ? 'unlock' : 'lock', workspace: id });
  const action = RUN_KEYS[key];
  if (action === undefined) return false;
  const here = currentRun(moment, id);
  // With nothing to decide in the focused workspace, the key goes to the one run that waits for it.
  const waiting = moment.runs.filter((run) => offered(run).includes(action));
  const run =
    here !== null && offered(here).includes(action) ? here : waiting.length === 1 ? waiting[0] : here;
  if (run == null) sandbox.say('No run here to decide on.');
  else actOnRun(seen, action, run);
  return true;
}
