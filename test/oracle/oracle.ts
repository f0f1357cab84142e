import type { Scenario } from '#model/scenario/action.ts';
import type { SimulationResult } from '#model/scenario/result.ts';
import type { WaitingFor } from '#model/scenario/run.ts';
import { actsOf } from './acts.ts';
import { movesOf } from './moves.ts';
import { aside, begin, looks, type OracleResult, queued, type Run, status } from './world.ts';

/** What the second model says of a scenario. */
export function oracle({ layout, actions }: Scenario): OracleResult {
  const world = begin(layout);
  const { places, runs, out } = world;
  const { place, before, again } = looks(world);
  const moves = movesOf(world);
  const { goOn, finish } = moves;

  /** One at a time, the first that may: confirmed and overridden, then pending, then plan-only. */
  function settle() {
    for (;;) {
      const free = (r: Run) => {
        const most =
          layout.organizations.find((o) => o.name === r.ws.start.organization)?.concurrency ?? null;
        const used = runs.filter((o) => o.slot && o.ws.start.organization === r.ws.start.organization).length;
        return most === null || used < most;
      };
      const may = (r: Run) => aside(r) || (!before(r) && r.ws.lock === null);
      const found =
        runs.find((r) => r.waits === 'slot' && free(r)) ??
        runs.find((r) => queued(r) && r.mode !== 'plan_only' && may(r) && free(r)) ??
        runs.find((r) => queued(r) && r.mode === 'plan_only' && free(r));
      if (!found) return;
      found.slot = true;
      goOn(found);
    }
  }

  function waitingFor(r: Run): WaitingFor | null {
    if (r.ended) return null;
    if (r.waits === 'slot') return 'concurrency';
    if (r.waits !== null) return r.waits;
    if (!queued(r)) return null;
    if (!aside(r) && before(r)) return 'earlier_run';
    if (!aside(r) && r.ws.lock !== null) return 'unlock';
    return 'concurrency';
  }

  function advance(limit: number) {
    for (;;) {
      let first: Run | null = null;
      for (const r of runs) {
        if (r.due === null || r.due.at > limit) continue;
        if (
          first?.due &&
          (first.due.at < r.due.at || (first.due.at === r.due.at && first.due.order < r.due.order))
        )
          continue;
        first = r;
      }
      if (!first?.due) return;
      world.now = first.due.at;
      finish(first);
      settle();
    }
  }

  const { createTrigger, act } = actsOf(world, moves, waitingFor);
  for (const t of layout.run_triggers) {
    const rule = createTrigger(place(t.sourceable), place(t.workspace), 'owners');
    if (rule !== null) out.rejections.push({ action: null, rule });
  }
  for (const [i, action] of actions.entries()) {
    advance(action.at ?? Number.POSITIVE_INFINITY);
    world.now = Math.max(world.now, action.at ?? 0);
    out.ended_at = Math.max(out.ended_at, world.now);
    const done = act(action);
    if (typeof done === 'string') out.rejections.push({ action: i, rule: done });
    else if (!done) out.rejections.push({ action: i });
    settle();
  }
  advance(Number.POSITIVE_INFINITY);

  out.runs = runs.map((r) => ({
    id: `run-${r.number}`,
    workspace: r.ws.id,
    source: r.source,
    triggered_by: r.cause === null ? null : `run-${r.cause.number}`,
    mode: r.mode,
    status: status(r),
    waiting_for: waitingFor(r),
    statuses: r.statuses,
  }));
  for (const p of places) {
    const reads = p.last ? p.last.cfg.reads : p.start.has_state ? p.start.reads : [];
    for (const read of reads) {
      if (!again(read.workspace, p, p.last ? p.last.planMoment : 0)) continue;
      if (out.stale.some((s) => s.workspace === p.id && s.sourceable === read.workspace)) continue;
      out.stale.push({ workspace: p.id, sourceable: read.workspace });
    }
  }
  return out;
}

/** What of the engine's result the oracle speaks about. */
export function comparable(result: SimulationResult): OracleResult {
  return {
    runs: result.runs.map(({ rule: _, ...run }) => run),
    not_queued: result.not_queued.map(({ run, sourceable, workspace }) => ({ run, sourceable, workspace })),
    rejections: result.rejections.map(({ action, rule }) => ({ action, rule })),
    stale: result.stale,
    ended_at: result.ended_at,
  };
}
