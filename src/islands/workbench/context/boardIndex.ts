import type { Snapshot, SnapshotRun } from '#engine/query/stateAt.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';

/** What is asked of a moment again and again, by workspace. */
export interface BoardIndex {
  sources: ReadonlyMap<string, readonly string[]>;
  targets: ReadonlyMap<string, readonly string[]>;
  byId: ReadonlyMap<string, SnapshotRun>;
  /** The run that matters most: the one in progress, else the oldest that waits, else another open one, else the last. */
  current: ReadonlyMap<string, SnapshotRun>;
}

const known = new WeakMap<Snapshot, BoardIndex>();

/** The index of a moment, made once: a board of 500 is asked for all its boxes at every change. */
export function indexOf(moment: Snapshot): BoardIndex {
  const found = known.get(moment);
  if (found !== undefined) return found;
  const sources = new Map<string, string[]>();
  const targets = new Map<string, string[]>();
  const runs = new Map<string, SnapshotRun[]>();
  for (const t of moment.triggers) {
    put(sources, t.workspace, t.sourceable);
    put(targets, t.sourceable, t.workspace);
  }
  for (const run of moment.runs) put(runs, run.workspace, run);
  const current = new Map<string, SnapshotRun>();
  for (const [id, all] of runs) {
    const open = all.filter((run) => !RUN_STATUS[run.status].final);
    // A saved plan that rests, and a plan-only run, hold nothing: an action on the workspace means another run.
    const queued = open.filter(({ mode }) => mode !== 'plan_only' && mode !== 'save_plan');
    const begun = (list: readonly SnapshotRun[]) =>
      list.find(({ status }) => status !== 'pending') ?? list[0];
    const run = begun(queued) ?? begun(open) ?? all.at(-1);
    if (run !== undefined) current.set(id, run);
  }
  const byId = new Map(moment.runs.map((run) => [run.id, run]));
  const index = { sources, targets, byId, current };
  known.set(moment, index);
  return index;
}

function put<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
