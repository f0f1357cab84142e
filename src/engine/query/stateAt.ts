import type { Scenario, Settings } from '#model/scenario/action.ts';
import type { Workspace } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';
import type { RunMode, RunSource, RunStatus, WaitingFor } from '#model/scenario/run.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import type { Simulation } from '../simulate/simulate.ts';

/** A run as it was at a moment of the log. */
export interface SnapshotRun {
  id: string;
  workspace: string;
  source: RunSource;
  mode: RunMode;
  triggered_by: string | null;
  status: RunStatus;
  waiting_for: WaitingFor | null;
  rule: string | null;
}

/** Everything that can be seen at a moment of the log. */
export interface Snapshot {
  /** Simulated seconds. */
  at: number;
  runs: SnapshotRun[];
  triggers: { sourceable: string; workspace: string }[];
  /** Workspace → the team that holds its lock. */
  locks: Map<string, string>;
  /** Workspace → its fields as they were then. */
  workspaces: Map<string, Workspace>;
}

/**
 * The state after the first `index` entries of the log: 0 is the start, `log.length` the end. Scrubbing calls this for
 * each position, so nothing has to be stored for going back.
 */
export function snapshotAt(scenario: Scenario, simulation: Simulation, index: number): Snapshot {
  const workspaces = new Map<string, Workspace>();
  const locks = new Map<string, string>();
  for (const workspace of scenario.layout.workspaces) {
    workspaces.set(idOf(workspace), workspace);
    if (workspace.locked) locks.set(idOf(workspace), 'owners');
  }
  const runs = new Map<string, SnapshotRun>();
  let triggers: Snapshot['triggers'] = [];
  let at = 0;
  let settings: Settings | null = null;
  for (const entry of simulation.log.slice(0, Math.max(0, index))) {
    at = entry.at;
    switch (entry.kind) {
      case 'action': {
        const action = scenario.actions[entry.action];
        settings = action?.type === 'set' ? action.settings : null;
        break;
      }
      case 'trigger': {
        const { sourceable, workspace } = entry;
        if (entry.change === 'created') triggers.push({ sourceable, workspace });
        else triggers = triggers.filter((t) => t.sourceable !== sourceable || t.workspace !== workspace);
        break;
      }
      case 'lock':
        if (entry.by === null) locks.delete(entry.workspace);
        else locks.set(entry.workspace, entry.by);
        break;
      case 'set': {
        const before = workspaces.get(entry.workspace);
        if (before !== undefined && settings !== null) {
          workspaces.set(entry.workspace, Object.assign({}, before, settings));
        }
        break;
      }
      case 'queued': {
        const { run, workspace, source, mode, triggered_by } = entry;
        runs.set(run, {
          id: run,
          workspace,
          source,
          mode,
          triggered_by,
          status: 'pending',
          waiting_for: null,
          rule: null,
        });
        break;
      }
      case 'status': {
        const run = runs.get(entry.run);
        if (run !== undefined) runs.set(run.id, { ...run, status: entry.status, rule: entry.rule });
        break;
      }
      case 'hold': {
        const run = runs.get(entry.run);
        if (run !== undefined) runs.set(run.id, { ...run, waiting_for: entry.waiting_for, rule: entry.rule });
        break;
      }
    }
  }
  return { at, runs: [...runs.values()], triggers, locks, workspaces };
}

/**
 * The run that an action on the workspace would be about at this moment: the one in progress, else the oldest pending one.
 * Saved plans don't count, because they are confirmed by their number.
 */
export function currentSnapshotRun(snapshot: Snapshot, workspace: string): SnapshotRun | null {
  // Runs of a workspace go on in the order of their queue, so the oldest is the one in progress, if any is.
  return (
    snapshot.runs.find(
      (r) =>
        r.workspace === workspace &&
        !RUN_STATUS[r.status].final &&
        r.mode !== 'plan_only' &&
        r.mode !== 'save_plan',
    ) ?? null
  );
}
