import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import type { Simulation } from '../simulate/simulate.ts';

/** How a workspace may end, by the status of its last run, in the few groups that a learner predicts. */
export const ENDS = [
  'no_run',
  'applied',
  'planned_and_finished',
  'waits_for_person',
  'pending',
  'errored',
  'stopped',
] as const;
export type PredictedEnd = (typeof ENDS)[number];

/** How a workspace ended, and the fact that decided it; null if a run was simply applied. */
export function endOf({ result }: Simulation, workspace: string): { end: PredictedEnd; rule: string | null } {
  const run = result.runs.findLast((r) => r.workspace === workspace);
  if (run === undefined) {
    const silent = result.not_queued.findLast((row) => row.workspace === workspace);
    return { end: 'no_run', rule: silent?.rule ?? null };
  }
  return { end: ended(run.status, run.waiting_for), rule: run.rule };
}

function ended(status: keyof typeof RUN_STATUS, waiting: string | null): PredictedEnd {
  if (waiting === 'confirmation' || waiting === 'policy_override') return 'waits_for_person';
  switch (status) {
    case 'applied':
    case 'planned_and_finished':
    case 'errored':
      return status;
    case 'discarded':
    case 'canceled':
    case 'policy_soft_failed':
      return 'stopped';
    default:
      return RUN_STATUS[status].stage === 'decision' ? 'waits_for_person' : 'pending';
  }
}
