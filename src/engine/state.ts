import type { ExecutionMode, Layout, Workspace } from '#model/layout.ts';
import type { LogEntry } from '#model/log.ts';
import type { NotQueued, Rejection } from '#model/result.ts';
import type { RunMode, RunSource, RunStatus, StatusEntry, WaitingFor } from '#model/run.ts';
import type { Access } from './access.ts';
import type { Heap } from './heap.ts';
import type { Observer } from './rule.ts';

/**
 * The working state of one simulation. It is private to the call of `simulate` that made it: from outside,
 * the engine is a pure function. What callers get is the result and the log, both plain data.
 */
export interface State {
  readonly layout: Layout;
  readonly access: Access;
  readonly workspaces: ReadonlyMap<string, WorkspaceState>;
  readonly organizations: ReadonlyMap<string, OrganizationState>;
  readonly runs: RunState[];
  readonly due: Heap<StageEnd>;
  readonly log: LogEntry[];
  readonly notQueued: NotQueued[];
  readonly rejections: Rejection[];
  readonly observer: Observer | null;
  /** Simulated seconds. */
  now: number;
  /** Counts scheduled stage ends, so that what is due in one second happens as scheduled. */
  sequence: number;
  /** Counts entries into `planning` and `applied`: what "again since" compares. */
  order: number;
  /** The second in which a run last entered a status, or an action was last performed. */
  lastAt: number;
  /** Set when the input would make more runs than a simulation may have. */
  overflow: boolean;
}

export interface OrganizationState {
  readonly name: string;
  /** Runs that may plan or apply at once; Infinity without a limit (CC-01). */
  readonly slots: number;
  used: number;
  /** Candidates for a slot, by group (CC-02): gone on first, then pending, then plan-only. */
  readonly waiting: readonly [Heap<RunState>, Heap<RunState>, Heap<RunState>];
  /** Runs whose situation changed since the last settling. */
  changed: RunState[];
}

export interface TriggerState {
  readonly source: WorkspaceState;
  readonly target: WorkspaceState;
}

export interface WorkspaceState {
  readonly id: string;
  readonly organization: OrganizationState;
  /** As the layout has it: what counts before any run was applied. */
  readonly initial: Workspace;
  /** As it is now; `set` puts a new object here, so that a run's snapshot is just a reference. */
  settings: Workspace;
  /** The team whose lock is on it; `owners` for an owner's. */
  lock: string | null;
  /** Triggers that queue runs elsewhere, in the order in which they were created. */
  outbound: TriggerState[];
  /** Triggers that queue runs here: at most 20 (RT-03). */
  inbound: TriggerState[];
  /** Its place in a topological order of the trigger graph. */
  rank: number;
  /** The run in progress. */
  current: RunState | null;
  /** Pending runs that wait for their turn, oldest first, from `head` on. */
  queue: RunState[];
  head: number;
  /** Saved-plan runs that nobody has confirmed and that have not ended. */
  saved: RunState[];
  lastApplied: RunState | null;
  /** `order` of the last entry into `applied`, 0 for none. */
  lastAppliedOrder: number;
}

/** The stages a run moves through; which of them it has depends on its workspace and mode. */
export const STAGES = [
  'pre_plan',
  'plan',
  'post_plan',
  'opa',
  'cost',
  'sentinel',
  'decide',
  'pre_apply',
  'apply',
  'post_apply',
  'done',
] as const;
export type Stage = (typeof STAGES)[number];

export interface RunState {
  readonly number: number;
  readonly id: string;
  readonly workspace: WorkspaceState;
  /** The workspace's fields when the run was created. */
  readonly settings: Workspace;
  readonly source: RunSource;
  readonly mode: RunMode;
  /** The team that started it; null for a commit or a trigger. */
  readonly by: string | null;
  readonly autoApprove: boolean;
  readonly triggeredBy: RunState | null;
  readonly statuses: StatusEntry[];
  status: RunStatus;
  waitingFor: WaitingFor | null;
  rule: string | null;
  /** Index into STAGES of the stage it is in or last finished. */
  stage: number;
  /** The stage end that is due for it; any other one in the heap is void. */
  due: StageEnd | null;
  hasSlot: boolean;
  /** Waits for a slot for its next timed stage, after a confirmation or an override. */
  parked: boolean;
  ended: boolean;
  changes: boolean;
  /** Why its plan will fail, found when `planning` was entered. */
  planFailure: string | null;
  /** The execution mode under which it entered `planning` (EM-08). */
  plannedUnder: ExecutionMode | null;
  /** `order` of its entry into `planning`, 0 before. */
  planningOrder: number;
}

export interface StageEnd {
  readonly at: number;
  readonly sequence: number;
  readonly run: RunState;
}

/** The most runs one simulation may make. */
export const RUN_LIMIT = 10_000;

/** A pending run that may ignore the queue and the lock (Q-04, LK-03). */
export const ignoresQueue = (run: RunState): boolean => run.mode === 'plan_only' || run.mode === 'save_plan';

/** The run that an action on the workspace means: the one in progress, else the oldest pending one. */
export function currentRun(workspace: WorkspaceState): RunState | null {
  return workspace.current ?? workspace.queue[workspace.head] ?? null;
}
