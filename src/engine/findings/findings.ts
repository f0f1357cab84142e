import type { Layout, Workspace } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';
import type { Finding, LayoutIndex } from './finding.ts';
import { FINDING_RULES } from './index.ts';

/** Every finding about a layout, in the order of the rules, then of the layout. */
export function findingsOf(layout: Layout): Finding[] {
  const index = indexOf(layout);
  return FINDING_RULES.flatMap((rule) =>
    rule.find(index).map((found) => ({ rule: rule.fact, severity: rule.severity, ...found })),
  );
}

function indexOf(layout: Layout): LayoutIndex {
  const byId = new Map<string, Workspace>(layout.workspaces.map((w) => [idOf(w), w]));
  const sources = new Map<string, Set<string>>();
  const targets = new Map<string, Set<string>>();
  for (const { sourceable, workspace } of layout.run_triggers) {
    add(sources, workspace, sourceable);
    add(targets, sourceable, workspace);
  }
  const reached = new Map<string, ReadonlySet<string>>();
  return {
    layout,
    byId,
    leadsTo(from, to) {
      let set = reached.get(from);
      if (set === undefined) {
        set = reach(targets, from);
        reached.set(from, set);
      }
      return set.has(to);
    },
    sourcesOf: (workspace) => [...(sources.get(workspace) ?? [])],
  };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function reach(targets: ReadonlyMap<string, ReadonlySet<string>>, from: string): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of targets.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}
