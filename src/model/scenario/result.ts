import type { RunMode, RunSource, RunStatus, StatusEntry, WaitingFor } from './run.ts';

/** One run of the result. `workspace` is `organization/name`; `rule` is the fact ID that ended or holds it. */
export interface ResultRun {
  id: string;
  workspace: string;
  source: RunSource;
  triggered_by: string | null;
  mode: RunMode;
  status: RunStatus;
  waiting_for: WaitingFor | null;
  rule: string | null;
  statuses: StatusEntry[];
}

/** A trigger that existed when `run` ended and queued nothing, and the rule why. */
export interface NotQueued {
  run: string;
  sourceable: string;
  workspace: string;
  rule: string;
  message: string;
}

/** A refused action: its index in `actions`, or null for a trigger of the layout itself. */
export interface Rejection {
  action: number | null;
  rule: string;
  message: string;
}

/** `workspace`'s last applied run read an output of `sourceable`, which was applied again since. */
export interface Stale {
  workspace: string;
  sourceable: string;
}

/** What `simulate` prints; the field order is that of the contract. */
export interface SimulationResult {
  version: 1;
  runs: ResultRun[];
  not_queued: NotQueued[];
  rejections: Rejection[];
  stale: Stale[];
  /** Simulated seconds. */
  ended_at: number;
}
