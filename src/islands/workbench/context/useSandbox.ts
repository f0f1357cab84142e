import { short } from '#model/layout/vocabulary.ts';
import { createContext, useContext, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Snapshot, SnapshotRun } from '#engine/query/stateAt.ts';
import type { Simulation } from '#engine/simulate/simulate.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import { indexOf } from './boardIndex.ts';
import type { Boards } from '#state/boards/boards.ts';
import type { HclDrafts } from '#state/boards/hclDrafts.ts';
import { snapshotOf, simulationOf } from '#state/board/board.ts';
import type { ActionOf } from '#model/scenario/action.ts';
import type { Sandbox, SandboxState } from '#state/board/boardStore.ts';
import { createWhatIfs, type WhatIfStore } from '#state/whatIf/whatIfs.ts';

/** What the simulation bar is set to: how a run is started. */
export interface StartAs {
  source: 'tfe-ui' | 'tfe-api' | 'vcs' | 'cli';
  mode: 'standard' | 'plan_only' | 'save_plan' | 'refresh_only' | 'destroy' | 'allow_empty_apply';
  as: string;
  /** `-auto-approve`, for runs from the CLI (AA-04). */
  auto_approve: boolean;
}

export const START_AS: StartAs = {
  source: 'tfe-ui',
  mode: 'standard',
  as: 'owners',
  auto_approve: false,
};

/**
 * What the board asks: `from` looks for a downstream of the workspace, `after` for a source, `share` for a reader of its
 * state, `arrows` for one of its triggers, `find` for any workspace, and `force` whether to unlock it by force.
 */
export interface Picking {
  id: string;
  direction: 'from' | 'after' | 'share' | 'arrows' | 'find' | 'force';
  /** Whether what is chosen is tried, as a what-if. */
  tried?: boolean;
}

export interface WorkbenchView {
  sandbox: Sandbox;
  picking: Picking | null;
  pick: (picking: Picking | null) => void;
  startAs: StartAs;
  setStartAs: (next: StartAs) => void;
  showTab: (tab: Tab) => void;
  whatIfs: WhatIfStore;
  /** Named boards and the HCL editor, which only the free board has. */
  boards?: Boards;
  drafts?: HclDrafts;
}
export type Tab = 'brief' | 'board' | 'timeline' | 'why';

export const ViewContext = createContext<WorkbenchView | null>(null);

/** The view of one sandbox and the tab that a phone shows: what every page with a board provides. */
export function useBoardView(sandbox: Sandbox, first: Tab): { view: WorkbenchView; tab: Tab } {
  const [picking, pick] = useState<Picking | null>(null);
  const [startAs, setStartAs] = useState<StartAs>(START_AS);
  const [tab, showTab] = useState<Tab>(first);
  const whatIfs = useMemo(() => createWhatIfs(sandbox), [sandbox]);
  const view = useMemo(
    () => ({ sandbox, picking, pick, startAs, setStartAs, showTab, whatIfs }),
    [sandbox, picking, startAs, whatIfs],
  );
  return { view, tab };
}

/** The tabs of a board that has no brief. */
export const BOARD_TABS = [
  ['board', 'Board'],
  ['timeline', 'Timeline'],
  ['why', 'Why'],
] as const;

/** The sandbox as it is at the cursor. */
export interface BoardNow {
  state: SandboxState;
  simulation: Simulation;
  moment: Snapshot;
}
export interface WorkbenchSeen extends WorkbenchView, BoardNow {}

const nowOf = (state: SandboxState): BoardNow => ({
  state,
  simulation: simulationOf(state.simulatedScenario),
  moment: snapshotOf(state),
});

/** The commands and what the panels share; it does not change while the board does. */
export function useView(): WorkbenchView {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('useView outside of Sandbox');
  return view;
}

/** All of the sandbox: renders again at every change. A panel that shows less asks `useSeen`. */
export function useSandbox(): WorkbenchSeen {
  const view = useView();
  return { ...view, ...nowOf(useStore(view.sandbox.store)) };
}

/** A part of the sandbox: renders again only where one of the values that `select` gives is another one. */
export function useSeen<T>(select: (now: BoardNow) => T): T {
  const view = useView();
  return useStore(
    view.sandbox.store,
    useShallow((state: SandboxState) => select(nowOf(state))),
  );
}

/** All of it as it is now, for a command that is called later. */
export const seenNow = (view: WorkbenchView): WorkbenchSeen => ({
  ...view,
  ...nowOf(view.sandbox.store.getState()),
});

/** As `useView`, in what only the free board shows. */
export function useFreeView(): WorkbenchView & { boards: Boards; drafts: HclDrafts } {
  const view = useView();
  const { boards, drafts } = view;
  if (boards === undefined || drafts === undefined) throw new Error('useFreeView outside of the free board');
  return { ...view, boards, drafts };
}

/** As `useSandbox`, in what only the free board shows. */
export const useFreeBoard = (): WorkbenchSeen & { boards: Boards; drafts: HclDrafts } => ({
  ...useSandbox(),
  ...useFreeView(),
});

/** The run that matters most in a workspace, see `boardIndex.ts`. */
export const shownRun = (moment: Snapshot, workspace: string): SnapshotRun | null =>
  indexOf(moment).current.get(workspace) ?? null;

/** The action that starts a run as the simulation bar is set. */
export const startCommand = (
  { source, mode, as, auto_approve }: StartAs,
  workspace: string,
): ActionOf<'start_run'> => ({
  type: 'start_run',
  workspace,
  source,
  mode,
  auto_approve: auto_approve && source === 'cli',
  ...(as === 'owners' ? {} : { as }),
});

export function commandStartRun({ sandbox, startAs }: WorkbenchView, workspace: string): void {
  sandbox.perform(startCommand(startAs, workspace));
}

export type RunAction = 'confirm' | 'discard' | 'cancel' | 'override_policy';
export const RUN_ACTION: Readonly<Record<RunAction, string>> = {
  confirm: 'Confirm and apply',
  discard: 'Discard run',
  cancel: 'Cancel run',
  override_policy: 'Override policy',
};

/** What can be pressed on a run as it is; the engine has the last word. */
export function offered(run: SnapshotRun): RunAction[] {
  if (run.waiting_for === 'confirmation') return ['confirm', 'discard'];
  if (run.waiting_for === 'policy_override') return ['override_policy', 'discard'];
  if (run.waiting_for !== null) return ['discard'];
  return RUN_STATUS[run.status].final ? [] : ['cancel'];
}

export function actOnRun({ sandbox }: WorkbenchView, type: RunAction, run: SnapshotRun): void {
  sandbox.perform(
    { type, run: run.id },
    { words: `${RUN_ACTION[type]}: ${short(run.workspace)}, ${run.id}.` },
  );
}

/** Calls `then` with the item of a closed list that a form control gave. */
export function chosen<T extends string>(list: readonly T[], value: string, then: (item: T) => void): void {
  const item = list.find((other) => other === value);
  if (item !== undefined) then(item);
}
