import { firstStop } from './ask.ts';
import { resumeRun, setHold, startRun } from './machine.ts';
import type { OrganizationState, RunState, State } from './state.ts';

/**
 * Lets every run start or go on that may, in this second: confirmed and overridden runs first, then pending
 * ones, then plan-only ones, each group by run number (CC-02).
 */
export function settle(state: State, organization: OrganizationState): void {
  const changed = organization.changed;
  if (changed.length === 0 && organization.slots === Number.POSITIVE_INFINITY) return;
  organization.changed = [];
  for (const run of changed) organization.waiting[groupOf(run)].push(run);
  for (const heap of organization.waiting) {
    while (organization.used < organization.slots) {
      const run = heap.pop();
      if (run === undefined) break;
      tryOne(state, organization, run);
    }
  }
  // Without a limit every candidate was looked at once and none is kept.
  if (organization.slots === Number.POSITIVE_INFINITY) return;
  for (const run of changed) tryOne(state, organization, run);
}

function groupOf(run: RunState): 0 | 1 | 2 {
  if (run.parked) return 0;
  return run.mode === 'plan_only' ? 2 : 1;
}

/** Not yet started, or waiting for a slot to go on. */
const isWaiting = (run: RunState): boolean => !run.ended && (run.parked || run.stage === -1);

function tryOne(state: State, organization: OrganizationState, run: RunState): void {
  if (!isWaiting(run)) return;
  const context = { run, organization };
  const stop = run.parked ? firstStop(state, 'go_on', context) : firstStop(state, 'leave_pending', context);
  if (stop !== null) setHold(state, run, stop.rule.waitingFor ?? null, stop.rule.fact);
  else if (run.parked) resumeRun(state, run);
  else startRun(state, run);
}
