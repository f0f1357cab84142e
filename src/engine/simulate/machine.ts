import { AT, AUTO_APPLY, firstViolation } from '../rules/firstViolation.ts';
import { noteTasks, resolvePlan, stopOfPolicies, stopOfTasks } from './planChecks.ts';
import { applied, endRun } from './endRun.ts';
import { dequeue, giveSlotBack, lookAt, reconsider, takeSlot, unsave } from './queueing.ts';
import { enterStatus, setHold } from './runLog.ts';
import type { Point, Stop } from '../rules/rule.ts';
import { ignoresQueue, type RunState, STAGES, type Stage, type State } from './state.ts';

/** How long stages take, in seconds, where the layout does not say. */
const SECONDS = { tasks: 5, policies: 5, cost: 5 } as const;

/** Takes a pending run out of the queue, gives it a slot, and lets it begin. */
export function startRun(state: State, run: RunState): void {
  if (!ignoresQueue(run)) {
    // Only the oldest run of a queue may start.
    dequeue(run);
    run.workspace.current = run;
  }
  setHold(state, run, null, null);
  takeSlot(run);
  advance(state, run);
}

/** Gives a confirmed or overridden run a slot again, and lets it enter its next timed stage. */
export function resumeRun(state: State, run: RunState): void {
  run.parked = false;
  setHold(state, run, null, null);
  takeSlot(run);
  const stage = STAGES[run.stage];
  if (stage !== undefined) enterStage(state, run, stage);
}

/** Moves a run from the stage that it has finished to the next one that it has. */
function advance(state: State, run: RunState): void {
  for (;;) {
    // The next stage is the lowest bit above that of the finished one.
    const rest = run.stages & (-1 << (run.stage + 1));
    run.stage = 31 - Math.clz32(rest & -rest);
    const stage = STAGES[run.stage];
    if (stage === 'decide') {
      if (decide(state, run)) return;
    } else if (stage === 'done') {
      applied(state, run);
      return;
    } else if (stage !== undefined) {
      if (run.hasSlot) enterStage(state, run, stage);
      else {
        run.parked = true;
        lookAt(run);
      }
      return;
    }
  }
}

/** Enters a timed stage: the run gets its first status now, and the end of the stage is scheduled. */
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
  run.due = state.due.push(state.now + seconds, run);
}

/** Ends the timed stage that a run is in. */
export function finishStage(state: State, run: RunState): void {
  run.due = -1;
  const stage = STAGES[run.stage];
  switch (stage) {
    case 'pre_plan':
    case 'post_plan':
    case 'pre_apply': {
      const stop = stopOfTasks(state, run, stage);
      if (stop !== null) return endRun(state, run, 'errored', stop.rule.fact);
      enterStatus(state, run, `${stage}_completed`);
      return advance(state, run);
    }
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
      const stop = firstViolation(state, AT.apply, { run });
      return stop === null ? advance(state, run) : endRun(state, run, 'errored', stop.rule.fact);
    }
    default:
      return;
  }
}

function finishPolicies(state: State, run: RunState, kind: 'opa' | 'sentinel'): void {
  const stop = stopOfPolicies(state, run, kind);
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
 * After the checks, the run finishes, applies by itself, or waits for somebody.
 * @returns true if the run goes no further now
 */
function decide(state: State, run: RunState): boolean {
  const finish = firstViolation(state, AT.finish, { run });
  if (finish !== null) {
    endRun(state, run, 'planned_and_finished', finish.rule.fact);
    return true;
  }
  // An empty apply without changes applies by itself, whoever started it (AA-08).
  const stop = run.changes ? firstViolation(state, AUTO_APPLY[run.source], { state, run }) : null;
  if (stop !== null) {
    if (run.mode === 'save_plan') enterStatus(state, run, 'planned_and_saved');
    wait(state, run, stop);
    return true;
  }
  enterStatus(state, run, 'confirmed');
  return false;
}

/** Somebody has confirmed the run, so it goes on to its apply as soon as it gets a slot. */
export function confirmRun(state: State, run: RunState): void {
  setHold(state, run, null, null);
  if (run.mode === 'save_plan') {
    unsave(run);
    run.workspace.current = run;
    reconsider(run.workspace);
  }
  enterStatus(state, run, 'confirmed');
  advance(state, run);
}

/** Somebody has overridden the failed policies, which does not yet apply the run (POL-07). */
export function overrideRun(state: State, run: RunState): void {
  setHold(state, run, null, null);
  enterStatus(state, run, 'policy_checked');
  advance(state, run);
}
