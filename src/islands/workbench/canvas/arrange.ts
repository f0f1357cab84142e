import type { Snapshot } from '#engine/query/stateAt.ts';
import { idOf, type Workspace } from '#model/layout/layout.ts';

export const BOX = { width: 216, height: 116 } as const;
export const GAP = { rank: 88, node: 36 } as const;

export interface BoxPlace {
  x: number;
  y: number;
}
export type BoxPlaces = ReadonlyMap<string, BoxPlace>;

/** What is arranged: boxes, and which is left of which. */
export interface Graph {
  ids: string[];
  edges: [string, string][];
}

/** The boxes and the arrows between them. A board that is not wired yet is in the order of its reads. */
export function graphOf(workspaces: readonly Workspace[], triggers: Snapshot['triggers']): Graph {
  const wired = new Set(triggers.flatMap((t) => [t.sourceable, t.workspace]));
  const edges = triggers.map((t): [string, string] => [t.sourceable, t.workspace]);
  for (const w of workspaces) {
    const id = idOf(w);
    for (const { workspace } of w.reads) {
      if (workspace !== id && !(wired.has(id) && wired.has(workspace))) edges.push([workspace, id]);
    }
  }
  return { ids: workspaces.map(idOf), edges };
}

/**
 * A quick arrangement for the first paint: a column for each layer, in it each box as near as it can be to
 * the middle of its sources. The worker's arrangement takes its place where it is better.
 */
export function layered({ ids, edges }: Graph, box: { width: number; height: number } = BOX): BoxPlaces {
  const above = sourcesIn(edges);
  const at = ranks(ids, above);
  const columns: string[][] = [];
  for (const id of ids) {
    const rank = at.get(id) ?? 0;
    columns[rank] = [...(columns[rank] ?? []), id];
  }
  const step = box.height + GAP.node;
  const middle = new Map<string, number>();
  const places = new Map<string, BoxPlace>();
  for (const [rank, column = []] of columns.entries()) {
    const wish = (id: string): number => {
      const sources = (above.get(id) ?? []).flatMap((s) => middle.get(s) ?? []);
      return sources.length === 0 ? 0 : sources.reduce((a, b) => a + b, 0) / sources.length;
    };
    const sorted =
      rank === 0
        ? column
        : column
            .map((id) => ({ id, y: wish(id) }))
            .sort((a, b) => a.y - b.y)
            .map(({ id }) => id);
    const shift = rank === 0 ? 0 : sorted.reduce((sum, id) => sum + wish(id), 0) / sorted.length;
    for (const [row, id] of sorted.entries()) {
      const y = shift + (row - (sorted.length - 1) / 2) * step;
      middle.set(id, y);
      places.set(id, { x: rank * (box.width + GAP.rank), y: y - box.height / 2 });
    }
  }
  return places;
}

function sourcesIn(edges: readonly (readonly [string, string])[]): Map<string, string[]> {
  const above = new Map<string, string[]>();
  for (const [source, target] of edges) {
    const list = above.get(target);
    if (list === undefined) above.set(target, [source]);
    else list.push(source);
  }
  return above;
}

/** The longest way to each box from one without a source; an edge that closes a ring does not count. */
function ranks(ids: readonly string[], above: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const found = new Map<string, number>();
  const open = new Set<string>();
  const rank = (id: string): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    open.add(id);
    let at = 0;
    for (const source of above.get(id) ?? []) if (!open.has(source)) at = Math.max(at, rank(source) + 1);
    open.delete(id);
    found.set(id, at);
    return at;
  };
  for (const id of ids) rank(id);
  return found;
}

/** Depth of each workspace in the graph of triggers; sources first. */
export function depths(ids: readonly string[], triggers: Snapshot['triggers']): Map<string, number> {
  return ranks(ids, sourcesIn(triggers.map((t): [string, string] => [t.sourceable, t.workspace])));
}

/** Reading order: layer by layer, within a layer as the layout has them. */
export function readingOrder(ids: readonly string[], triggers: Snapshot['triggers']): string[] {
  const at = depths(ids, triggers);
  // The sort is stable, so that a layer keeps the order of the layout.
  return [...ids].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
}

/** The workspace an arrow key leads to, or null. */
export function neighbour(
  key: string,
  id: string,
  order: readonly string[],
  triggers: Snapshot['triggers'],
): string | null {
  const index = order.indexOf(id);
  const at = depths(order, triggers);
  switch (key) {
    case 'ArrowRight':
      return triggers.find((t) => t.sourceable === id)?.workspace ?? order[index + 1] ?? null;
    case 'ArrowLeft':
      return triggers.find((t) => t.workspace === id)?.sourceable ?? order[index - 1] ?? null;
    case 'ArrowDown':
    case 'ArrowUp': {
      const siblings = order.filter((other) => at.get(other) === at.get(id));
      return siblings[siblings.indexOf(id) + (key === 'ArrowDown' ? 1 : -1)] ?? null;
    }
    case 'Home':
      return order[0] ?? null;
    case 'End':
      return order.at(-1) ?? null;
    default:
      return null;
  }
}
