import { idOf, type Layout } from '#model/layout/layout.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';

/** A large board in layers, the same at every call: each workspace has a source in the layer before it. */
export function wired(workspaces: number, triggers: number): Scenario {
  let seed = 42;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  const layers = 25;
  const size = Math.ceil(workspaces / layers);
  const sources = new Map<number, Set<number>>();
  let made = 0;
  const wire = (to: number) => {
    const layer = Math.floor(to / size);
    const from = (layer - 1) * size + next(size);
    const known = sources.get(to) ?? new Set<number>();
    if (layer === 0 || known.size >= 20 || known.has(from)) return;
    sources.set(to, known.add(from));
    made++;
  };
  for (let to = size; to < workspaces; to++) wire(to);
  while (made < triggers) wire(next(workspaces));
  const parsed = parseScenario({
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: Array.from({ length: workspaces }, (_, i) => ({ name: `w${i}` })),
      run_triggers: [...sources].flatMap(([to, from]) =>
        [...from].map((f) => ({ sourceable: `w${f}`, workspace: `w${to}` })),
      ),
    },
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.value;
}

/** Where the boxes of such a board stand: layer by layer, as the sandbox has them. */
export function places({ workspaces, run_triggers }: Layout): Map<string, { x: number; y: number }> {
  const depth = new Map<string, number>();
  const above = Map.groupBy(run_triggers, (t) => t.workspace);
  for (const w of workspaces) {
    const sources = above.get(idOf(w)) ?? [];
    depth.set(idOf(w), Math.max(0, ...sources.map((t) => (depth.get(t.sourceable) ?? 0) + 1)));
  }
  const rows = new Map<number, number>();
  return new Map(
    workspaces.map((w) => {
      const layer = depth.get(idOf(w)) ?? 0;
      const y = rows.get(layer) ?? 0;
      rows.set(layer, y + 1);
      return [w.name, { x: layer * 304, y: y * 152 }];
    }),
  );
}
