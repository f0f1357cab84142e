import dagre from '@dagrejs/dagre';
import { idOf } from '#model/layout.ts';
import type { Moment } from '#engine/moment.ts';
import type { SandboxState } from '#state/sandboxStore.ts';

export const BOX = { width: 216, height: 116 } as const;

/** Where every box stands: by layers from left to right, except those a person has put somewhere. */
export function arranged(
  state: SandboxState,
  triggers: Moment['triggers'],
): Map<string, { x: number; y: number }> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 88, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const ids = state.scenario.layout.workspaces.map(idOf);
  for (const id of ids) graph.setNode(id, { ...BOX });
  const wired = new Set(triggers.flatMap((t) => [t.sourceable, t.workspace]));
  for (const t of triggers) graph.setEdge(t.sourceable, t.workspace);
  // A board that is not wired yet stands in the order of its reads, so that it reads from left to right too.
  for (const w of state.scenario.layout.workspaces) {
    for (const r of w.reads) {
      if (r.workspace !== idOf(w) && !(wired.has(idOf(w)) && wired.has(r.workspace)))
        graph.setEdge(r.workspace, idOf(w));
    }
  }
  dagre.layout(graph);
  return new Map(
    ids.map((id) => {
      const at = graph.node(id);
      return [id, state.positions[id] ?? { x: at.x - BOX.width / 2, y: at.y - BOX.height / 2 }];
    }),
  );
}

/** Depth of each workspace in the graph of triggers; sources first. Triggers never form a ring (CY-11). */
export function depths(ids: readonly string[], triggers: Moment['triggers']): Map<string, number> {
  const found = new Map<string, number>();
  const depth = (id: string): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const above = triggers.filter((t) => t.workspace === id).map((t) => depth(t.sourceable) + 1);
    const at = Math.max(0, ...above);
    found.set(id, at);
    return at;
  };
  for (const id of ids) depth(id);
  return found;
}

/** Reading order: layer by layer, within a layer as the layout has them. */
export function readingOrder(ids: readonly string[], triggers: Moment['triggers']): string[] {
  const at = depths(ids, triggers);
  return [...ids].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0) || ids.indexOf(a) - ids.indexOf(b));
}

/** The workspace an arrow key leads to, or null. */
export function neighbour(
  key: string,
  id: string,
  order: readonly string[],
  triggers: Moment['triggers'],
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
