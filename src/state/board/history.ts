import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import type { Level } from '#model/level/level.ts';
import { type Branch, partsFrom, sameScenario, withBranch } from './branches.ts';
import { type StoredBoard, type KeyValue, levelKey, loadBoard, saveBoard } from '../boards/boardStorage.ts';
import { actorsOf, fitsLevel } from '../level/editOptions.ts';
import { boardOf, firstId, freshBoard, snapshotOf, clampCursor } from './board.ts';
import type { Change } from './boardChange.ts';
import type { Next } from './refusal.ts';
import { stage, startOf } from './simulatedScenario.ts';
import type { SandboxState } from './boardState.ts';
import { TEMPLATES } from '../boards/templates.ts';

export type History = ReturnType<typeof createHistory>;

/** The store of a board, how it is kept, and its undo units. */
export function createHistory(storage: KeyValue | null, level: Level | null) {
  const key = level === null ? undefined : levelKey(level.id);
  const loaded = loadBoard(storage, key, (scenario) => level === null || fitsLevel(level, scenario));
  const probe = level?.probes[0]?.id ?? null;
  const start = loaded.state === 'loaded' ? loaded.board : untouched();
  const staged = stage(level, start.scenario, probe);
  const store: StoreApi<SandboxState> = createStore<SandboxState>(() => ({
    ...boardOf(start),
    cursor: clampCursor(start.cursor, staged),
    simulatedScenario: staged,
    probe,
    acting: level === null ? null : (actorsOf(level)[0] ?? null),
    when: 'start',
    clock: null,
    focused: firstId(start.scenario),
    selected: [],
    why: null,
    playing: false,
    refusal: null,
    message: { text: '', urgent: false, next: null, turn: 0 },
    past: [],
    future: [],
    attempts: [],
    comparing: null,
    storage: loaded.state === 'blocked' || loaded.state === 'unreadable' ? loaded.state : 'kept',
  }));
  const get = store.getState;

  /** A level as it begins, or the first template. */
  function untouched(): StoredBoard {
    if (level === null) return freshBoard({ layout: TEMPLATES[0].layout, actions: [] });
    const scenario: Scenario = { layout: level.layout, actions: [] };
    return { scenario, positions: {}, cursor: startOf(stage(level, scenario, probe)), hcl: null };
  }

  const keep = () => {
    const kept = saveBoard(storage, boardOf(get()), key);
    // Each change writes all of it: once there is room again, nothing is missing.
    if (kept !== (get().storage !== 'blocked')) store.setState({ storage: kept ? 'kept' : 'blocked' });
  };
  /** @param next what was refused is seen too, with what to do next */
  const say = (text: string, next: Next | null = null) => {
    store.setState({ message: { text, urgent: next !== null, next, turn: get().message.turn + 1 } });
  };

  /** The furthest place of the present log that was looked at. */
  let reached = store.getState().cursor;
  store.subscribe(({ simulatedScenario, cursor }, before) => {
    reached = simulatedScenario === before.simulatedScenario ? Math.max(reached, cursor) : cursor;
  });

  /** The attempts with what this change leaves behind: what came later, or what could have been done again. */
  function attemptsAfter(after: Scenario): readonly Branch[] {
    const state = get();
    const parting = { event: state.cursor, at: snapshotOf(state).at };
    const undone = state.future[0];
    const kept =
      undone === undefined || sameScenario(undone.scenario, after)
        ? state.attempts
        : withBranch(state.attempts, { board: undone, ...parting });
    return partsFrom(state, after, reached)
      ? withBranch(kept, { board: { ...boardOf(state), cursor: reached }, ...parting })
      : kept;
  }

  /** The undo unit that is still being written, such as a session in the HCL editor. */
  let session: string | null = null;

  /** The scenario that a session began with, or the one of now where the session is not running. */
  const beforeSession = (inSession: string | undefined): Scenario => {
    const { past, scenario } = get();
    return (inSession !== undefined && inSession === session ? past.at(-1)?.scenario : undefined) ?? scenario;
  };

  /**
   * Records one undo unit; a board that is the same is no effect. Commits of one session are one unit.
   * @returns the number of the attempt under which it keeps what came later, or null
   */
  function commit({ board, view = {}, attempts: dropped, session: inSession }: Change): number | null {
    if (dropped !== undefined) store.setState({ attempts: dropped });
    const state = get();
    const before = boardOf(state);
    const after = { ...before, ...board };
    if (
      sameScenario(after.scenario, before.scenario) &&
      after.positions === before.positions &&
      after.hcl === before.hcl
    ) {
      // The same thing done again at the same moment: only the cursor moves.
      if (after.scenario !== before.scenario)
        store.setState({
          cursor: clampCursor(after.cursor, state.simulatedScenario),
          refusal: null,
          ...view,
        });
      return null;
    }
    const moved = after.scenario !== before.scenario;
    const simulated = moved ? stage(level, after.scenario, state.probe) : state.simulatedScenario;
    const past = inSession !== undefined && inSession === session ? state.past : [...state.past, before];
    const attempts = moved ? attemptsAfter(after.scenario) : state.attempts;
    session = inSession ?? null;
    store.setState({
      attempts,
      ...after,
      simulatedScenario: simulated,
      cursor: clampCursor(after.cursor, simulated),
      ...(moved ? { clock: null } : {}),
      refusal: null,
      ...view,
      past,
      future: [],
    });
    keep();
    return attempts === state.attempts ? null : (attempts.at(-1)?.number ?? null);
  }

  function travel(from: 'past' | 'future', to: 'past' | 'future'): boolean {
    const state = get();
    const board = state[from].at(-1);
    if (board === undefined) return false;
    session = null;
    const units = { [from]: state[from].slice(0, -1), [to]: [...state[to], boardOf(state)] };
    if (sameScenario(board.scenario, state.scenario)) {
      // Only how it looks changes: the simulation stays at its event.
      store.setState({ positions: board.positions, hcl: board.hcl, ...units });
    } else {
      const ids = new Set(board.scenario.layout.workspaces.map(idOf));
      const simulated = stage(level, board.scenario, state.probe);
      store.setState({
        ...boardOf(board),
        simulatedScenario: simulated,
        cursor: clampCursor(board.cursor, simulated),
        clock: null,
        ...units,
        focused: state.focused !== null && ids.has(state.focused) ? state.focused : firstId(board.scenario),
        playing: false,
        refusal: null,
        why: null,
      });
    }
    keep();
    say(from === 'past' ? 'Undone.' : 'Done again.');
    return true;
  }

  return { store, get, level, untouched, keep, say, beforeSession, commit, travel };
}
