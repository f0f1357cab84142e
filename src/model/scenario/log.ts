import type { RunMode, RunSource, RunStatus, WaitingFor } from './run.ts';

/**
 * One thing that happened, in the order in which it happened. `at` is in simulated seconds; `run` is an id
 * of the result, workspaces are `organization/name`, `rule` is a fact ID.
 */
export type LogEntry =
  | { kind: 'trigger'; at: number; change: 'created' | 'deleted'; sourceable: string; workspace: string }
  | { kind: 'action'; at: number; action: number }
  | { kind: 'rejected'; at: number; action: number | null; rule: string; message: string }
  | { kind: 'lock'; at: number; workspace: string; by: string | null }
  | { kind: 'set'; at: number; workspace: string; fields: string[] }
  | {
      kind: 'queued';
      at: number;
      run: string;
      workspace: string;
      source: RunSource;
      mode: RunMode;
      triggered_by: string | null;
    }
  | { kind: 'status'; at: number; run: string; status: RunStatus; rule: string | null }
  | { kind: 'hold'; at: number; run: string; waiting_for: WaitingFor | null; rule: string | null }
  | { kind: 'noted'; at: number; run: string; rule: string; message: string }
  | {
      kind: 'not_queued';
      at: number;
      run: string;
      sourceable: string;
      workspace: string;
      rule: string;
      message: string;
    };
