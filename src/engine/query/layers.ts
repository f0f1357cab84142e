import type { Layout } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';

/** A workspace's place when a layout is drawn from upstream to downstream. */
export interface Layer {
  id: string;
  /** The longest chain of triggers that leads to it; 0 for the most upstream ones. */
  layer: number;
  /** Its place within the layer, from the top. */
  row: number;
}

/** Places the workspaces by their triggers, upstream first. The trigger that closes a ring is ignored. */
export function layersOf(layout: Layout): Layer[] {
  const sources = new Map<string, string[]>();
  for (const { sourceable, workspace } of layout.run_triggers) {
    const list = sources.get(workspace);
    if (list === undefined) sources.set(workspace, [sourceable]);
    else list.push(sourceable);
  }
  const ids = layout.workspaces.map(idOf);
  const layers = new Map<string, number>();
  const depth = (start: string): number => {
    // An explicit stack: a chain may be thousands of workspaces long.
    const stack: string[] = [start];
    const open = new Set<string>();
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      const known = layers.has(at);
      const waiting = known ? [] : (sources.get(at) ?? []).filter((s) => !layers.has(s) && !open.has(s));
      if (known || waiting.length === 0) {
        if (!known) {
          const above = (sources.get(at) ?? []).map((s) => layers.get(s) ?? -1);
          layers.set(at, Math.max(-1, ...above) + 1);
        }
        open.delete(at);
        stack.pop();
        continue;
      }
      open.add(at);
      stack.push(...waiting);
    }
    return layers.get(start) ?? 0;
  };
  const rows = new Map<number, number>();
  const places = ids.map((id): Layer => {
    const layer = depth(id);
    const row = rows.get(layer) ?? 0;
    rows.set(layer, row + 1);
    return { id, layer, row };
  });
  return places.sort((a, b) => a.layer - b.layer);
}
