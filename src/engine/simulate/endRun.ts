import type { RunStatus } from '#model/scenario/run.ts';
import { AT, FIRE, firstViolation } from '../rules/firstViolation.ts';
import { createRun, type Origin } from './createRun.ts';
import { leave } from './queueing.ts';
import { enterStatus, setHold } from './runLog.ts';
import type { Points } from '../rules/rule.ts';
import { PLAN, type RunState, type State } from './state.ts';

/** A trigger starts a run without a person, and so without anything that a person could have chosen. */
const TRIGGERED: Origin = { source: 'tfe-run-trigger', mode: 'standard', by: null, autoApprove: false };

/** Ends a run because somebody discarded or canceled it, or because its saved plan is out of date. */
export function endBy(state: State, run: RunState, how: Points['ended_by']['how']): void {
  const stop = firstViolation(state, AT.ended_by, { run, how });
  endRun(state, run, how === 'cancel' ? 'canceled' : 'discarded', stop?.rule.fact ?? null);
}

/** Ends a run in any status except `applied`, which `applied` below handles. */
export function endRun(state: State, run: RunState, status: RunStatus, rule: string | null): void {
  leave(run);
  setHold(state, run, null, null);
  run.rule = rule;
  enterStatus(state, run, status, rule);
  fire(state, run);
}

/** State, staleness and triggers change when `applied` is entered (M-1, M-2). */
export function applied(state: State, run: RunState): void {
  const { workspace } = run;
  leave(run);
  run.rule = null;
  enterStatus(state, run, 'applied');
  workspace.lastApplied = run;
  workspace.lastAppliedOrder = ++state.order;
  fire(state, run);
  // A saved plan was made on a state that is now old (MODE-03). A run that has not begun to plan is not affected.
  for (const saved of workspace.saved) {
    if (saved.stage >= PLAN) endBy(state, saved, 'superseded');
  }
}

/** A run has ended: asks each trigger of its workspace, in the order in which they were created (FI-01). */
function fire(state: State, run: RunState): void {
  for (const trigger of run.workspace.outbound) {
    const context = { state, run, trigger };
    const stop = firstViolation(state, FIRE[run.status], context);
    if (stop === null) {
      createRun(state, trigger.target, TRIGGERED, run);
      if (state.overflow) return;
      continue;
    }
    const row = {
      run: run.id,
      sourceable: trigger.source.id,
      workspace: trigger.target.id,
      rule: stop.rule.fact,
      message: stop.rule.message(context),
    };
    state.notQueued.push(row);
    state.log.push({ kind: 'not_queued', at: state.now, ...row });
  }
}
