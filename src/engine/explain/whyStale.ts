import type { RunStatus } from '#model/scenario/run.ts';
import type { Stale } from '#model/scenario/result.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import type { Simulation } from '../simulate/simulate.ts';

/** Why a workspace still has old values, told by what followed the last apply of its source. */
export type StaleCause =
  /** A run of the workspace has not ended yet. */
  | { kind: 'running'; run: string }
  /** There was a trigger, and it queued no run. The rule is named beside the event. */
  | { kind: 'not_queued'; run: string }
  /** A trigger queued a run that ended without an apply. */
  | { kind: 'ended'; run: string; status: RunStatus }
  /** There was no trigger when the source was applied, but there is one now. */
  | { kind: 'wired_later' }
  /** There is no trigger. */
  | { kind: 'not_wired' };

/** Goes by the runs of the result, so it never mentions a run that does not exist. */
export function whyStale(
  { result }: Simulation,
  { workspace, sourceable }: Stale,
  wired: boolean,
): StaleCause {
  const running = result.runs.find((run) => run.workspace === workspace && !RUN_STATUS[run.status].final);
  if (running !== undefined) return { kind: 'running', run: running.id };
  if (!wired) return { kind: 'not_wired' };
  const source = result.runs.findLast((run) => run.workspace === sourceable && run.status === 'applied');
  const queued = result.runs.find((run) => run.workspace === workspace && run.triggered_by === source?.id);
  if (queued !== undefined) return { kind: 'ended', run: queued.id, status: queued.status };
  const silent = result.not_queued.some(
    (row) => row.run === source?.id && row.workspace === workspace && row.sourceable === sourceable,
  );
  return silent && source !== undefined ? { kind: 'not_queued', run: source.id } : { kind: 'wired_later' };
}
