import { AT, firstViolation } from '../rules/firstViolation.ts';
import { resumeRun, startRun } from './machine.ts';
import { setHold } from './runLog.ts';
import type { OrganizationState, RunState, State } from './state.ts';

/**
 * Starts or continues every run that may do so in this second: confirmed and overridden runs first, then pending ones,
 * then plan-only ones, each group by run number (CC-02).
 */
export function settle(state: State, organization: OrganizationState): void {
  const { changed, changes, waiting } = organization;
  // A run that starts or continues here cannot affect another one before its next stage ends.
  organization.changes = 0;
  if (waiting === null) {
    if (changes > 1) putInOrder(changed, changes);
    for (let i = 0; i < changes; i++) tryOne(state, organization, changed[i]);
    return;
  }
  for (let i = 0; i < changes; i++) {
    const run = changed[i];
    if (run !== undefined) waiting[groupOf(run)].push(run.number, run);
  }
  for (const group of waiting) {
    while (organization.used < organization.slots && group.key !== Number.POSITIVE_INFINITY)
      tryOne(state, organization, group.pop());
  }
  for (let i = 0; i < changes; i++) tryOne(state, organization, changed[i]);
}

/** Sorts the first `count` runs by group, then by number. They are usually in that order already. */
function putInOrder(runs: RunState[], count: number): void {
  let before = runs[0];
  for (let i = 1; i < count; i++) {
    const run = runs[i];
    if (run === undefined || before === undefined) return;
    if (comesBefore(run, before)) {
      const sorted = runs.slice(0, count).sort((a, b) => groupOf(a) - groupOf(b) || a.number - b.number);
      for (const [at, next] of sorted.entries()) runs[at] = next;
      return;
    }
    before = run;
  }
}

function comesBefore(a: RunState, b: RunState): boolean {
  const [group, other] = [groupOf(a), groupOf(b)];
  return group < other || (group === other && a.number < b.number);
}

function groupOf(run: RunState): 0 | 1 | 2 {
  if (run.parked) return 0;
  return run.mode === 'plan_only' ? 2 : 1;
}

/** Whether a run has not started yet, or waits for a slot to go on. */
const isWaiting = (run: RunState): boolean => !run.ended && (run.parked || run.stage === -1);

function tryOne(state: State, organization: OrganizationState, run: RunState | undefined): void {
  if (run === undefined || !isWaiting(run)) return;
  const context = { run, organization };
  const stop = run.parked
    ? firstViolation(state, AT.go_on, context)
    : firstViolation(state, AT.leave_pending, context);
  if (stop !== null) setHold(state, run, stop.rule.waitingFor ?? null, stop.rule.fact);
  else if (run.parked) resumeRun(state, run);
  else startRun(state, run);
}
