import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyEdit } from '#engine/edit.ts';
import { simulate } from '#engine/simulate.ts';
import type { Action, Scenario } from '#model/action.ts';
import type { Edit } from '#model/edit.ts';
import { idOf, type Layout, type Ruleset } from '#model/layout.ts';
import type { Rejection } from '#model/result.ts';
import { type Board, type KeyValue, loadBoard, type Positions, saveBoard } from './boardStore.ts';
import {
  actionOf,
  addWorkspace,
  deleteWorkspace,
  foldActions,
  LIMITS,
  nameIn,
  renameWorkspace,
} from './sandboxEdits.ts';
import {
  actionsFit,
  boardOf,
  clamped,
  firstId,
  freshBoard,
  momentOf,
  refusedIn,
  rememberSimulation,
  sameFields,
  simulationOf,
} from './sandboxBoard.ts';
import { TEMPLATES } from './sandboxTemplates.ts';

/** What the Why panel and the inspector are about. */
export type Selection =
  | { kind: 'workspace'; id: string }
  | { kind: 'run'; id: string }
  | { kind: 'not_queued'; index: number }
  | { kind: 'refusal' };

/** A refused edit or action. It changed nothing; `scenario` is what it would have been, so that it can be explained. */
export interface Refusal extends Rejection {
  scenario: Scenario;
  index: number;
}

export interface SandboxState extends Board {
  /** Attention, not work: never in the history, never clears redo. */
  focused: string | null;
  why: Selection | null;
  playing: boolean;
  refusal: Refusal | null;
  /** What a screen reader hears; `turn` makes the same words news again. */
  message: { text: string; urgent: boolean; turn: number };
  past: readonly Board[];
  future: readonly Board[];
  storage: 'kept' | 'blocked' | 'unreadable';
}

export type Sandbox = ReturnType<typeof createSandboxStore>;

/** The sandbox without React: a store and the commands that change it. Every command with an effect is one undo unit. */
export function createSandboxStore(storage: KeyValue | null) {
  const loaded = loadBoard(storage);
  const start: Board =
    loaded.state === 'loaded' ? loaded.board : freshBoard({ layout: TEMPLATES[0].layout, actions: [] });
  const store: StoreApi<SandboxState> = createStore<SandboxState>(() => ({
    ...clamped(start),
    focused: start.scenario.layout.workspaces[0] === undefined ? null : firstId(start.scenario),
    why: null,
    playing: false,
    refusal: null,
    message: { text: '', urgent: false, turn: 0 },
    past: [],
    future: [],
    storage: loaded.state === 'blocked' || loaded.state === 'unreadable' ? loaded.state : 'kept',
  }));
  const get = store.getState;

  const keep = () => {
    if (!saveBoard(storage, boardOf(get())) && get().storage !== 'blocked')
      store.setState({ storage: 'blocked' });
  };
  const say = (text: string, urgent = false) =>
    store.setState({ message: { text, urgent, turn: get().message.turn + 1 } });

  /** The undo unit that is still being written, such as a session in the HCL editor. */
  let session: string | null = null;

  /** Records one undo unit; a board that is the same is no effect. Commits of one session are one unit. */
  function commit(next: Partial<Board>, also: Partial<SandboxState> = {}, inSession?: string): void {
    const state = get();
    const before = boardOf(state);
    const after = clamped({ ...before, ...next });
    const parts = ['scenario', 'positions', 'hcl'] as const;
    if (parts.every((part) => after[part] === before[part])) return;
    const past = inSession !== undefined && inSession === session ? state.past : [...state.past, before];
    session = inSession ?? null;
    store.setState({ ...after, refusal: null, ...also, past, future: [] });
    keep();
  }

  /** What was done up to the cursor: what comes later is dropped by the next thing that is done. */
  function doneSoFar(): { actions: Action[]; at: number | null } {
    const { scenario, cursor } = get();
    const { log } = simulationOf(scenario);
    if (cursor >= log.length) return { actions: scenario.actions, at: null };
    const count = log.slice(0, cursor).filter((entry) => entry.kind === 'action').length;
    return { actions: scenario.actions.slice(0, count), at: momentOf(get()).at };
  }

  function refuse(scenario: Scenario, index: number, rejection: Rejection): void {
    store.setState({ refusal: { ...rejection, scenario, index }, why: { kind: 'refusal' } });
    say(`Refused, ${rejection.rule}: ${rejection.message}`, true);
  }

  function limit(text: string): void {
    say(text, true);
  }

  /** Does something during play. @returns whether it was allowed */
  function act(action: Action): boolean {
    const so = doneSoFar();
    if (so.actions.length >= LIMITS.actions) {
      limit(`A board holds at most ${LIMITS.actions} actions.`);
      return false;
    }
    const index = so.actions.length;
    const dated = so.at === null ? action : { ...action, at: so.at };
    const scenario = { layout: get().scenario.layout, actions: [...so.actions, dated] };
    const run = simulate(scenario);
    if (!run.ok) {
      limit(run.problems[0]?.message ?? 'That would be too much for one simulation.');
      return false;
    }
    const rejectionAt = run.value.result.rejections.findIndex((rejection) => rejection.action === index);
    const rejection = run.value.result.rejections[rejectionAt];
    if (rejection !== undefined) {
      refuse(scenario, rejectionAt, rejection);
      return false;
    }
    rememberSimulation(scenario, run.value);
    const { log } = run.value;
    const entry = log.findIndex((item) => item.kind === 'action' && item.action === index);
    const moves = !['set', 'create_run_trigger', 'delete_run_trigger', 'lock'].includes(action.type);
    const cursor = moves ? entry + 1 : so.at === null ? log.length : entry + 2;
    commit({ scenario, cursor }, { playing: moves });
    return true;
  }

  /** The engine's verdict on a trigger that is not there yet; null where it would be created. */
  function verdict(sourceable: string, workspace: string): Rejection | null {
    const { actions } = doneSoFar();
    const run = simulate({
      layout: get().scenario.layout,
      actions: [...actions, { type: 'create_run_trigger', sourceable, workspace }],
    });
    if (!run.ok) return null;
    return run.value.result.rejections.find((rejection) => rejection.action === actions.length) ?? null;
  }

  /** Changes the board: the set-up before the first action, and a dated action after it. */
  function edit(change: Edit): boolean {
    const { scenario } = get();
    const { layout } = scenario;
    if (change.type === 'create_run_trigger' && layout.run_triggers.length >= LIMITS.triggers) {
      limit(`A board holds at most ${LIMITS.triggers} run triggers.`);
      return false;
    }
    if (scenario.actions.length > 0) {
      const target =
        change.type === 'share' || change.type === 'unshare'
          ? change.sourceable
          : 'workspace' in change
            ? change.workspace
            : undefined;
      const now = target === undefined ? undefined : momentOf(get()).workspaces.get(target);
      if (change.type === 'set' && now !== undefined && sameFields(now, change.settings)) return false;
      const action = actionOf(change, now);
      if (action !== null) return act(action);
    }
    if (change.type === 'create_run_trigger') {
      const actions: Action[] = [change];
      const trial = { layout, actions };
      const { rejections } = simulationOf(trial).result;
      const at = rejections.findIndex((rejection) => rejection.action === 0);
      const rejection = rejections[at];
      if (rejection !== undefined) {
        refuse(trial, at, rejection);
        return false;
      }
    }
    const next = applyEdit(layout, change);
    if (next === layout) return false;
    const after = { layout: next, actions: scenario.actions };
    commit({
      scenario: after,
      ...(scenario.actions.length === 0 ? { cursor: simulationOf(after).log.length } : {}),
    });
    return true;
  }

  function travel(from: 'past' | 'future', to: 'past' | 'future'): boolean {
    const state = get();
    const board = state[from].at(-1);
    if (board === undefined) return false;
    session = null;
    const ids = new Set(board.scenario.layout.workspaces.map(idOf));
    store.setState({
      ...clamped(board),
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], boardOf(state)],
      focused: state.focused !== null && ids.has(state.focused) ? state.focused : firstId(board.scenario),
      playing: false,
      refusal: null,
      why: null,
    });
    keep();
    say(from === 'past' ? 'Undone.' : 'Done again.');
    return true;
  }

  return {
    store,
    say,
    act,
    edit,
    verdict,
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
    addWorkspace(name?: string): string | null {
      const { scenario } = get();
      if (scenario.layout.workspaces.length >= LIMITS.workspaces) {
        limit(`A board holds at most ${LIMITS.workspaces} workspaces.`);
        return null;
      }
      const { layout, id } = addWorkspace(scenario.layout, name);
      commit({ scenario: { ...scenario, layout } }, { focused: id });
      say(`${nameIn(id)} added.`);
      return id;
    },
    rename(id: string, name: string): string | null {
      const { scenario, positions } = get();
      const next = renameWorkspace(scenario, id, name);
      if (typeof next === 'string') return next;
      if (next === scenario) return null;
      const renamed = `${id.split('/')[0]}/${name}`;
      const moved = Object.fromEntries(
        Object.entries(positions).map(([key, at]) => [key === id ? renamed : key, at]),
      );
      commit({ scenario: next, positions: moved }, { focused: renamed });
      say(`Renamed to ${name}.`);
      return null;
    },
    remove(id: string): void {
      const { scenario } = get();
      const layout = deleteWorkspace(foldActions(scenario, refusedIn(scenario)), id);
      const next = { layout, actions: [] };
      const { [id]: _, ...positions } = get().positions;
      commit(
        { scenario: next, positions, cursor: simulationOf(next).log.length },
        { focused: firstId(next), why: null, playing: false },
      );
      say(`${nameIn(id)} and its triggers removed; the runs were cleared.`);
    },
    /** Cosmetic: the simulation stays where it is. One drag is one undo unit. */
    move(moved: Positions): void {
      const { positions } = get();
      const changed = Object.entries(moved).some(
        ([id, at]) => positions[id]?.x !== at.x || positions[id]?.y !== at.y,
      );
      if (changed) commit({ positions: { ...positions, ...moved } });
    },
    arrange(): void {
      if (Object.keys(get().positions).length > 0) commit({ positions: {} });
      say('Arranged by layers.');
    },
    /**
     * Puts another layout in place of this one, as the HCL editor and the tables write it: one undo unit, or one
     * for all commits of a `session`. Runs whose workspaces are gone are cleared.
     * @param hcl the text that says this layout, where it came from the HCL editor
     */
    replaceLayout(layout: Layout, words: string, inSession?: string, hcl = get().hcl): void {
      const { scenario, positions, focused } = get();
      if (layout === scenario.layout) {
        commit({ hcl }, {}, inSession);
        return;
      }
      const actions = actionsFit(layout, scenario.actions) ? scenario.actions : [];
      const next = { layout, actions };
      const ids = new Set(layout.workspaces.map(idOf));
      const kept = Object.fromEntries(Object.entries(positions).filter(([id]) => ids.has(id)));
      commit(
        { scenario: next, positions: kept, cursor: simulationOf(next).log.length, hcl },
        {
          focused: focused !== null && ids.has(focused) ? focused : firstId(next),
          why: null,
          playing: false,
        },
        inSession,
      );
      if (words !== '') say(words);
    },
    setRuleset(ruleset: Ruleset): void {
      const { scenario } = get();
      if (scenario.layout.ruleset === ruleset) return;
      commit({ scenario: { ...scenario, layout: { ...scenario.layout, ruleset } } });
    },
    clearRuns(): void {
      const { scenario } = get();
      if (scenario.actions.length === 0) return;
      const next = { layout: foldActions(scenario, refusedIn(scenario)), actions: [] };
      commit({ scenario: next, cursor: simulationOf(next).log.length }, { why: null, playing: false });
      say('Runs cleared; the board stays as it is.');
    },
    /** Puts another board in place of this one; undo brings the old one back. */
    open(scenario: Scenario, words: string): void {
      commit(freshBoard(scenario), { focused: firstId(scenario), why: null, playing: false });
      say(words);
    },
    focus: (id: string | null) => store.setState({ focused: id }),
    ask: (why: Selection | null) => store.setState({ why }),
    setPlaying: (playing: boolean) => {
      const state = get();
      const restart = playing && state.cursor >= simulationOf(state.scenario).log.length;
      store.setState({ playing, ...(restart ? { cursor: 0 } : {}) });
    },
    /** Moves through the log; edits are never undone by it. */
    seek(cursor: number, playing = false): void {
      const { length } = simulationOf(get().scenario).log;
      store.setState({ cursor: Math.max(0, Math.min(length, cursor)), playing });
      keep();
    },
  };
}
