import type { RunStatus } from '#model/scenario/run.ts';
import type { Stale } from '#model/scenario/result.ts';
import { RUN_STATUS } from '#model/scenario/status.ts';
import type { Simulation } from '../simulate/simulate.ts';

/** Why a workspace still has what it read before: what became of the last apply of its source. */
export type StaleCause =
  /** A run of it is not over yet. */
  | { kind: 'running'; run: string }
  /** A trigger was there and queued no run; the rule is named beside the event. */
  | { kind: 'not_queued'; run: string }
  /** A trigger queued a run, which ended without an apply. */
  | { kind: 'ended'; run: string; status: RunStatus }
  /** No trigger was there when the source was applied, though one is now. */
  | { kind: 'wired_later' }
  /** No trigger is there. */
  | { kind: 'not_wired' };

/** Asks the log, so that nothing is said of a run that does not exist. */
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
