import type { WorkspaceState } from './state.ts';

/*
 * Keeps a topological order of the trigger graph in `rank` (Pearce and Kelly). A trigger from a lower to a higher rank
 * can't close a cycle, so the usual case needs no search.
 */

/** Updates the ranks for a new trigger `source → target`. It can't close a cycle, because CY-11 was asked before. */
export function keepOrder(source: WorkspaceState, target: WorkspaceState): void {
  if (source.rank >= target.rank) reorder(source, target);
}

function reorder(source: WorkspaceState, target: WorkspaceState): void {
  const after = reach(
    target,
    (w) => w.outbound.map((t) => t.target),
    (w) => w.rank <= source.rank,
  );
  const before = reach(
    source,
    (w) => w.inbound.map((t) => t.source),
    (w) => w.rank >= target.rank,
  );
  const byRank = (a: WorkspaceState, b: WorkspaceState) => a.rank - b.rank;
  const moved = [...before.sort(byRank), ...after.sort(byRank)];
  const ranks = moved.map((w) => w.rank).sort((a, b) => a - b);
  for (const [i, workspace] of moved.entries()) workspace.rank = ranks[i] ?? workspace.rank;
}

/** The workspaces on a path of triggers from one to another, both included, or null if there is none. */
export function pathBetween(from: WorkspaceState, to: WorkspaceState): WorkspaceState[] | null {
  if (from === to) return [from];
  if (from.rank > to.rank) return null;
  const cameFrom = new Map<WorkspaceState, WorkspaceState>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { target } of at.outbound) {
      if (cameFrom.has(target) || target.rank > to.rank) continue;
      cameFrom.set(target, at);
      if (target === to) return trail(cameFrom, from, to);
      open.push(target);
    }
  }
  return null;
}

function trail(cameFrom: Map<WorkspaceState, WorkspaceState>, from: WorkspaceState, to: WorkspaceState) {
  const path = [to];
  for (let at = cameFrom.get(to); at !== undefined && at !== from; at = cameFrom.get(at)) path.unshift(at);
  return [from, ...path];
}

function reach(
  start: WorkspaceState,
  next: (w: WorkspaceState) => WorkspaceState[],
  within: (w: WorkspaceState) => boolean,
): WorkspaceState[] {
  const seen = new Set([start]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const workspace of next(at)) {
      if (seen.has(workspace) || !within(workspace)) continue;
      seen.add(workspace);
      open.push(workspace);
    }
  }
  return [...seen];
}
