import type { ExecutionMode, Layout, Workspace } from '#model/layout/layout.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { NotQueued, Rejection } from '#model/scenario/result.ts';
import type { RunMode, RunSource, RunStatus, StatusEntry, WaitingFor } from '#model/scenario/run.ts';
import type { Access } from '../query/access.ts';
import type { PriorityQueue } from './priorityQueue.ts';
import type { Observer } from '../rules/rule.ts';

/**
 * The working state of one simulation. Only the call of `simulate` that made it uses it, so from outside the engine is a
 * pure function. Callers get the result and the log, which are both plain data.
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
  /** Counts how often a run entered `planning` or `applied`, to tell which of two happened first. */
  order: number;
  /** The second in which a run last entered a status, or an action was last performed. */
  lastAt: number;
  /** True if the input makes more runs than a simulation may have. */
  overflow: boolean;
}

export interface OrganizationState {
  readonly name: string;
  /** Runs that may plan or apply at once; Infinity without a limit (CC-01). */
  readonly slots: number;
  used: number;
  /** Runs that want a slot, by group (CC-02): those that go on, then pending, then plan-only. Null without a limit. */
  readonly waiting:
    | readonly [PriorityQueue<RunState>, PriorityQueue<RunState>, PriorityQueue<RunState>]
    | null;
  /** Runs whose situation changed since `settle` last looked; only the first `changes` count. */
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
  /** The fields as in the layout, which count until a run is applied. */
  readonly initial: Workspace;
  /** The fields as they are now. `set` puts a new object here, so a run can keep its snapshot as a reference. */
  settings: Workspace;
  /** The team that has locked it, `owners` for an owner; null if it is not locked. */
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
  /** Saved-plan runs that are neither confirmed nor ended. */
  saved: readonly RunState[];
  lastApplied: RunState | null;
  /** `State.order` when a run last entered `applied`; 0 if none did. */
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
  /** Only the first `entered` of them count; the rest is spare room. */
  readonly statuses: StatusEntry[];
  entered: number;
  status: RunStatus;
  waitingFor: WaitingFor | null;
  rule: string | null;
  /** The next run in its workspace's queue. */
  next: RunState | null;
  /** Index into STAGES of the stage that it is in or has last finished; -1 while it is pending. */
  stage: number;
  /** The stages that it has: bit i for the i-th of STAGES. */
  readonly stages: number;
  /** The number of its next stage end in `State.due`, -1 for none. Any other entry there for this run is ignored. */
  due: number;
  hasSlot: boolean;
  /** True while it waits for a slot after a confirmation or an override. */
  parked: boolean;
  ended: boolean;
  changes: boolean;
  /** The fact by which its plan will fail, decided when it entered `planning`; null if it won't. */
  planFailure: string | null;
  /** The execution mode in which it entered `planning` (EM-08). */
  plannedUnder: ExecutionMode | null;
  /** `State.order` when it entered `planning`; 0 before that. */
  planningOrder: number;
}

/** A simulation may make at most this many runs. */
export const RUN_LIMIT = 10_000;

/** Whether a pending run may ignore the queue and the lock (Q-04, LK-03). */
export const ignoresQueue = (run: RunState): boolean => run.mode === 'plan_only' || run.mode === 'save_plan';

/** The run that an action on a workspace is about: the one in progress, else the oldest pending one. */
export function currentRun(workspace: WorkspaceState): RunState | null {
  return workspace.current ?? workspace.oldest;
}
