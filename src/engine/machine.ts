import type { RunMode, RunSource, RunStatus, WaitingFor } from '#model/run.ts';
import { firstStop } from './ask.ts';
import { planHasChanges } from './reading.ts';
import { nameOf, type Point, type Points, type Stop } from './rule.ts';
import {
  ignoresQueue,
  RUN_LIMIT,
  type RunState,
  type Stage,
  type StageEnd,
  STAGES,
  type State,
  type WorkspaceState,
} from './state.ts';

/** Seconds of the stages whose length a layout does not give. */
const SECONDS = { tasks: 5, policies: 5, cost: 5 } as const;

const stageIndex = (stage: Stage): number => STAGES.indexOf(stage);
const PLAN = stageIndex('plan');

/** Puts a new pending run at the end of the workspace's queue (RUN-02). */
export function createRun(
  state: State,
  workspace: WorkspaceState,
  given: {
    source: RunSource;
    mode: RunMode;
    by: string | null;
    autoApprove: boolean;
    triggeredBy: RunState | null;
  },
): void {
  if (state.runs.length >= RUN_LIMIT) {
    state.overflow = true;
    return;
  }
  const number = state.runs.length + 1;
  const run: RunState = {
    number,
    id: `run-${number}`,
    workspace,
    settings: workspace.settings,
    source: given.source,
    mode: given.mode,
    by: given.by,
    autoApprove: given.autoApprove,
    triggeredBy: given.triggeredBy,
    statuses: [],
    status: 'pending',
    waitingFor: null,
    rule: null,
    stage: -1,
    due: null,
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
    source: run.source,
    mode: run.mode,
    triggered_by: run.triggeredBy?.id ?? null,
  });
  enterStatus(state, run, 'pending');
  if (run.mode === 'save_plan') workspace.saved.push(run);
  if (!ignoresQueue(run)) workspace.queue.push(run);
  workspace.organization.changed.push(run);
}

function enterStatus(state: State, run: RunState, status: RunStatus, rule: string | null = null): void {
  run.status = status;
  run.statuses.push({ status, at: state.now });
  state.lastAt = state.now;
  state.log.push({ kind: 'status', at: state.now, run: run.id, status, rule });
}

/** Notes what a run waits for, and by which rule; null takes the note away. */
export function setHold(
  state: State,
  run: RunState,
  waitingFor: WaitingFor | null,
  rule: string | null,
): void {
  if (run.waitingFor === waitingFor) return;
  run.waitingFor = waitingFor;
  run.rule = rule;
  state.log.push({ kind: 'hold', at: state.now, run: run.id, waiting_for: waitingFor, rule });
}

/** A pending run leaves the queue and takes a slot. */
export function startRun(state: State, run: RunState): void {
  const { workspace } = run;
  if (!ignoresQueue(run)) {
    // Only the oldest of a queue may start.
    workspace.head++;
    workspace.current = run;
  }
  setHold(state, run, null, null);
  takeSlot(run);
  advance(state, run);
}

/** A confirmed or overridden run got a slot again and enters its next timed stage. */
export function resumeRun(state: State, run: RunState): void {
  run.parked = false;
  setHold(state, run, null, null);
  takeSlot(run);
  const stage = STAGES[run.stage];
  if (stage !== undefined) enterStage(state, run, stage);
}

function takeSlot(run: RunState): void {
  run.hasSlot = true;
  run.workspace.organization.used++;
}

function giveSlotBack(run: RunState): void {
  if (!run.hasSlot) return;
  run.hasSlot = false;
  run.workspace.organization.used--;
}

/** Moves a run from the stage it finished to the next one that it has. */
export function advance(state: State, run: RunState): void {
  for (;;) {
    run.stage++;
    const stage = STAGES[run.stage];
    if (stage === undefined) return;
    if (stage === 'decide') {
      if (decide(state, run)) return;
    } else if (stage === 'done') {
      applied(state, run);
      return;
    } else if (hasStage(run, stage)) {
      if (run.hasSlot) enterStage(state, run, stage);
      else {
        run.parked = true;
        run.workspace.organization.changed.push(run);
      }
      return;
    }
  }
}

function hasStage(run: RunState, stage: Stage): boolean {
  const { settings } = run;
  switch (stage) {
    case 'pre_plan':
    case 'post_plan':
    case 'pre_apply':
    case 'post_apply':
      return settings.run_tasks.some((task) => task.stage === stage);
    case 'opa':
    case 'sentinel':
      return settings.policies.some((policy) => policy.kind === stage);
    case 'cost':
      return settings.cost_estimation;
    default:
      return true;
  }
}

/** Enters a timed stage: its first status now, its end scheduled. */
function enterStage(state: State, run: RunState, stage: Stage): void {
  switch (stage) {
    case 'pre_plan':
    case 'post_plan':
    case 'pre_apply':
    case 'post_apply':
      enterStatus(state, run, `${stage}_running`);
      schedule(state, run, SECONDS.tasks);
      return;
    case 'plan':
      enterStatus(state, run, 'planning');
      resolvePlan(state, run);
      schedule(state, run, run.settings.seconds.plan);
      return;
    case 'opa':
    case 'sentinel':
      enterStatus(state, run, 'policy_checking');
      schedule(state, run, SECONDS.policies);
      return;
    case 'cost':
      enterStatus(state, run, 'cost_estimating');
      schedule(state, run, SECONDS.cost);
      return;
    case 'apply':
      enterStatus(state, run, 'applying');
      schedule(state, run, run.settings.seconds.apply);
      return;
    case 'decide':
    case 'done':
      return;
  }
}

function schedule(state: State, run: RunState, seconds: number): void {
  const end: StageEnd = { at: state.now + seconds, sequence: ++state.sequence, run };
  run.due = end;
  state.due.push(end);
}

/** What the plan will find is settled in the second in which `planning` is entered (M-5). */
function resolvePlan(state: State, run: RunState): void {
  run.plannedUnder = run.workspace.settings.execution_mode;
  run.planningOrder = ++state.order;
  run.planFailure = planFailure(state, run);
  run.changes = planHasChanges(state, run);
}

function planFailure(state: State, run: RunState): string | null {
  for (const read of run.settings.reads) {
    const source = state.workspaces.get(read.workspace);
    if (source === undefined) continue;
    const stop = firstStop(state, 'read', { state, run, read, source });
    if (stop !== null) return stop.rule.fact;
  }
  return firstStop(state, 'plan', { state, run })?.rule.fact ?? null;
}

/** The timed stage a run is in is over. */
export function finishStage(state: State, run: RunState): void {
  run.due = null;
  const stage = STAGES[run.stage];
  switch (stage) {
    case 'pre_plan':
    case 'post_plan':
    case 'pre_apply':
      return finishTasks(state, run, stage);
    case 'post_apply':
      noteTasks(state, run, stage);
      enterStatus(state, run, 'post_apply_completed');
      return advance(state, run);
    case 'plan':
      if (run.planFailure !== null) return endRun(state, run, 'errored', run.planFailure);
      enterStatus(state, run, 'planned');
      return advance(state, run);
    case 'cost':
      enterStatus(state, run, 'cost_estimated');
      return advance(state, run);
    case 'opa':
    case 'sentinel':
      return finishPolicies(state, run, stage);
    case 'apply': {
      const stop = firstStop(state, 'apply', { run });
      return stop === null ? advance(state, run) : endRun(state, run, 'errored', stop.rule.fact);
    }
    default:
      return;
  }
}

function finishTasks(state: State, run: RunState, stage: 'pre_plan' | 'post_plan' | 'pre_apply'): void {
  const tasks = run.settings.run_tasks.filter((task) => task.stage === stage);
  const stop = firstStop(state, 'run_tasks', { run, tasks });
  if (stop !== null) return endRun(state, run, 'errored', stop.rule.fact);
  noteTasks(state, run, stage);
  enterStatus(state, run, `${stage}_completed`);
  advance(state, run);
}

function noteTasks(state: State, run: RunState, stage: Stage): void {
  for (const task of run.settings.run_tasks) {
    if (task.stage !== stage || task.passes) continue;
    const rule = stage === 'post_apply' ? 'TSK-06' : 'TSK-02';
    note(state, run, rule, `Advisory run task ${task.name} failed; ${nameOf(run.workspace)} goes on.`);
  }
}

function note(state: State, run: RunState, rule: string, message: string): void {
  state.log.push({ kind: 'noted', at: state.now, run: run.id, rule, message });
}

function finishPolicies(state: State, run: RunState, kind: 'opa' | 'sentinel'): void {
  const policies = run.settings.policies.filter((policy) => policy.kind === kind);
  for (const policy of policies) {
    if (policy.passes || policy.enforcement_level !== 'advisory') continue;
    note(
      state,
      run,
      kind === 'opa' ? 'POL-03' : 'POL-02',
      `Advisory policy ${policy.name} failed; ${nameOf(run.workspace)} goes on.`,
    );
  }
  const stop = firstStop(state, 'policies', { run, kind, policies });
  if (stop === null) {
    enterStatus(state, run, 'policy_checked');
    return advance(state, run);
  }
  switch (stop.rule.effect) {
    case 'hold':
      enterStatus(state, run, 'policy_override');
      return wait(state, run, stop);
    case 'finish':
      return endRun(state, run, 'policy_soft_failed', stop.rule.fact);
    default:
      return endRun(state, run, 'errored', stop.rule.fact);
  }
}

function wait<P extends Point>(state: State, run: RunState, stop: Stop<P>): void {
  giveSlotBack(run);
  setHold(state, run, stop.rule.waitingFor ?? null, stop.rule.fact);
}

/**
 * The checks are over: finish, apply by itself, or wait.
 * @returns true where the run goes no further now
 */
function decide(state: State, run: RunState): boolean {
  const finish = firstStop(state, 'finish', { run });
  if (finish !== null) {
    endRun(state, run, 'planned_and_finished', finish.rule.fact);
    return true;
  }
  // An empty apply without changes applies by itself, whoever started it (AA-08).
  const stop = run.changes ? firstStop(state, 'auto_apply', { state, run }) : null;
  if (stop !== null) {
    if (run.mode === 'save_plan') enterStatus(state, run, 'planned_and_saved');
    wait(state, run, stop);
    return true;
  }
  enterStatus(state, run, 'confirmed');
  return false;
}

/** Somebody confirmed the run: it goes on to its apply as soon as it gets a slot. */
export function confirmRun(state: State, run: RunState): void {
  const { workspace } = run;
  setHold(state, run, null, null);
  if (run.mode === 'save_plan') {
    workspace.saved = workspace.saved.filter((other) => other !== run);
    workspace.current = run;
    reconsider(workspace);
  }
  enterStatus(state, run, 'confirmed');
  advance(state, run);
}

/** Somebody overrode the failed policies. Overriding is not applying (POL-07). */
export function overrideRun(state: State, run: RunState): void {
  setHold(state, run, null, null);
  enterStatus(state, run, 'policy_checked');
  advance(state, run);
}

/** The oldest pending run of the workspace may have to wait for something else now. */
export function reconsider(workspace: WorkspaceState): void {
  const first = workspace.queue[workspace.head];
  if (first !== undefined) workspace.organization.changed.push(first);
}

/** A person, or a newer state, ends the run. */
export function endBy(state: State, run: RunState, how: Points['ended_by']['how']): void {
  const stop = firstStop(state, 'ended_by', { run, how });
  endRun(state, run, how === 'cancel' ? 'canceled' : 'discarded', stop?.rule.fact ?? null);
}

function endRun(state: State, run: RunState, status: RunStatus, rule: string | null): void {
  leaveWorkspace(run);
  setHold(state, run, null, null);
  run.rule = rule;
  enterStatus(state, run, status, rule);
  fire(state, run);
}

/** Frees what the run held: its slot, its place in the queue, its workspace. */
function leaveWorkspace(run: RunState): void {
  const { workspace } = run;
  run.ended = true;
  run.parked = false;
  run.due = null;
  giveSlotBack(run);
  if (workspace.current === run) workspace.current = null;
  else if (run.mode === 'save_plan') workspace.saved = workspace.saved.filter((other) => other !== run);
  else if (run.stage === -1) {
    const at = workspace.queue.indexOf(run, workspace.head);
    if (at >= 0) workspace.queue.splice(at, 1);
  }
  reconsider(workspace);
}

/** State, staleness and triggers change when `applied` is entered (M-1, M-2). */
function applied(state: State, run: RunState): void {
  const { workspace } = run;
  leaveWorkspace(run);
  run.rule = null;
  enterStatus(state, run, 'applied');
  workspace.lastApplied = run;
  workspace.lastAppliedOrder = ++state.order;
  fire(state, run);
  // A saved plan was made on a state that is now old (MODE-03); one that has not begun to plan was not.
  for (const saved of [...workspace.saved]) {
    if (saved.stage >= PLAN) endBy(state, saved, 'superseded');
  }
}

/** Asks every trigger out of the workspace of a run that ended, in the order of their creation (FI-01). */
function fire(state: State, run: RunState): void {
  for (const trigger of run.workspace.outbound) {
    const stop = firstStop(state, 'fire', { state, run, trigger });
    if (stop === null) {
      createRun(state, trigger.target, {
        source: 'tfe-run-trigger',
        mode: 'standard',
        by: null,
        autoApprove: false,
        triggeredBy: run,
      });
      if (state.overflow) return;
      continue;
    }
    const row = {
      run: run.id,
      sourceable: trigger.source.id,
      workspace: trigger.target.id,
      rule: stop.rule.fact,
      message: stop.rule.says({ state, run, trigger }),
    };
    state.notQueued.push(row);
    state.log.push({ kind: 'not_queued', at: state.now, ...row });
  }
}
