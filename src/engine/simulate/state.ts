import type { ExecutionMode, Layout, Workspace } from '#model/layout/layout.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { NotQueued, Rejection } from '#model/scenario/result.ts';
import type { RunMode, RunSource, RunStatus, StatusEntry, WaitingFor } from '#model/scenario/run.ts';
import type { Access } from '../query/access.ts';
import type { PriorityQueue } from './priorityQueue.ts';
import type { Observer } from '../rules/rule.ts';

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
  /** The ends of timed stages, by their second. */
  readonly due: PriorityQueue<RunState>;
  readonly log: LogEntry[];
  readonly notQueued: NotQueued[];
  readonly rejections: Rejection[];
  readonly observer: Observer | null;
  /** Simulated seconds. */
  now: number;
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
  /** Candidates for a slot, by group (CC-02): gone on first, then pending, then plan-only. Null without a limit. */
  readonly waiting:
    | readonly [PriorityQueue<RunState>, PriorityQueue<RunState>, PriorityQueue<RunState>]
    | null;
  /** Runs whose situation changed since the last settling: the first `changes` of them. */
  readonly changed: RunState[];
  changes: number;
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
  /** Pending runs that wait for their turn, linked by `next`: the oldest and the newest of them. */
  oldest: RunState | null;
  newest: RunState | null;
  /** Saved-plan runs that nobody has confirmed and that have not ended. */
  saved: readonly RunState[];
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
/** Index into STAGES of the plan. */
export const PLAN = STAGES.indexOf('plan');

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
  /** The first `entered` of them. */
  readonly statuses: StatusEntry[];
  entered: number;
  status: RunStatus;
  waitingFor: WaitingFor | null;
  rule: string | null;
  /** The run behind it in its workspace's queue. */
  next: RunState | null;
  /** Index into STAGES of the stage it is in or last finished; -1 while it is pending. */
  stage: number;
  /** Its stages: bit i for the i-th of STAGES. */
  readonly stages: number;
  /** The number of the stage end that is due for it, -1 for none; any other one in `State.due` is void. */
  due: number;
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

/** The most runs one simulation may make. */
export const RUN_LIMIT = 10_000;

/** A pending run that may ignore the queue and the lock (Q-04, LK-03). */
export const ignoresQueue = (run: RunState): boolean => run.mode === 'plan_only' || run.mode === 'save_plan';

/** The run that an action on the workspace means: the one in progress, else the oldest pending one. */
export function currentRun(workspace: WorkspaceState): RunState | null {
  return workspace.current ?? workspace.oldest;
}
