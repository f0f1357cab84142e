import type { Workspace } from '#model/layout/layout.ts';
import type { RunMode, RunSource, StatusEntry } from '#model/scenario/run.ts';
import { enqueue, lookAt } from './queueing.ts';
import { enterStatus } from './runLog.ts';
import {
  ignoresQueue,
  RUN_LIMIT,
  type RunState,
  STAGES,
  type Stage,
  type State,
  type WorkspaceState,
} from './state.ts';

/** Who or what started a run, and how. */
export interface Origin {
  readonly source: RunSource;
  readonly mode: RunMode;
  /** The team; null for a commit or a trigger. */
  readonly by: string | null;
  readonly autoApprove: boolean;
}

/** A run without any checks that plans and applies goes through this many statuses; its list starts at that length. */
const PLAIN_STATUSES = 6;

const bit = (stage: Stage): number => 1 << STAGES.indexOf(stage);
const BIT = Object.fromEntries(STAGES.map((stage) => [stage, bit(stage)])) as Record<Stage, number>;
const ALWAYS = BIT.plan | BIT.decide | BIT.apply | BIT.done;

/** The stages that a run with these settings moves through, as the bits of `RunState.stages`. */
function stagesOf({ run_tasks, policies, cost_estimation }: Workspace): number {
  let stages = cost_estimation ? ALWAYS | BIT.cost : ALWAYS;
  for (const task of run_tasks) stages |= BIT[task.stage];
  for (const policy of policies) stages |= BIT[policy.kind];
  return stages;
}

/** Puts a new pending run at the end of the workspace's queue (RUN-02). */
export function createRun(
  state: State,
  workspace: WorkspaceState,
  origin: Origin,
  triggeredBy: RunState | null,
): void {
  if (state.runs.length >= RUN_LIMIT) {
    state.overflow = true;
    return;
  }
  const number = state.runs.length + 1;
  const { settings } = workspace;
  const { source, mode } = origin;
  const run: RunState = {
    number,
    id: `run-${number}`,
    workspace,
    settings,
    source,
    mode,
    by: origin.by,
    autoApprove: origin.autoApprove,
    triggeredBy,
    statuses: new Array<StatusEntry>(PLAIN_STATUSES),
    entered: 0,
    status: 'pending',
    waitingFor: null,
    rule: null,
    next: null,
    stage: -1,
    stages: stagesOf(settings),
    due: -1,
    hasSlot: false,
    parked: false,
    ended: false,
    changes: false,
    planFailure: null,
    plannedUnder: null,
    planningOrder: 0,
  };
  state.runs.push(run);
  state.log.push({
    kind: 'queued',
    at: state.now,
    run: run.id,
    workspace: workspace.id,
    source,
    mode,
    triggered_by: triggeredBy === null ? null : triggeredBy.id,
  });
  enterStatus(state, run, 'pending');
  if (mode === 'save_plan') workspace.saved = [...workspace.saved, run];
  if (!ignoresQueue(run)) enqueue(run);
  lookAt(run);
}
