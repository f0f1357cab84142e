import type { Layout, Variable, VariableSet, Workspace } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';
import { compareCodePoints } from '#model/parse/codePoints.ts';

/** A variable as a run of the workspace gets it, and the weaker ones that it overrides, strongest first. */
export interface EffectiveVariable {
  key: string;
  category: Variable['category'];
  /** Null for a sensitive value, which nobody can read back (VS-12). */
  value: string | null;
  sensitive: boolean;
  /** `workspace` or `variable_set:NAME`. */
  from: string;
  overrides: string[];
}

type Scope = 'global' | 'project' | 'workspace';

interface Candidate {
  rank: number;
  name: string;
  from: string;
  variable: Variable;
}

/** Ranks of VS-30, without those of the command line and of files, which a layout does not have. */
const RANK = {
  priority: {
    organization: { global: 1, project: 2, workspace: 3 },
    project: { global: 4, project: 4, workspace: 5 },
  },
  workspace: 8,
  ordinary: {
    project: { workspace: 9, project: 10, global: 10 },
    organization: { workspace: 11, project: 12, global: 13 },
  },
} as const;

/** How a set reaches a workspace. The narrowest of its lists counts; null if none includes the workspace (VS-04). */
export function scopeOf(set: VariableSet, workspace: Workspace): Scope | null {
  if (set.organization !== workspace.organization) return null;
  if (set.global) return 'global';
  if (set.workspaces.includes(idOf(workspace))) return 'workspace';
  if (workspace.project !== null && set.projects.includes(workspace.project)) return 'project';
  return null;
}

/** The rank of a set that reaches a workspace: 1 is the strongest (VS-30). */
export function rankOf(set: VariableSet, scope: Scope): number {
  const owner = set.project === null ? 'organization' : 'project';
  return set.priority ? RANK.priority[owner][scope] : RANK.ordinary[owner][scope];
}

/**
 * The variables that a run in the workspace gets, sorted by category, then key.
 * A workspace in local execution has none (VS-09). Facts: VS-06, VS-07, VS-30.
 */
export function effectiveVariables(layout: Layout, workspace: Workspace): EffectiveVariable[] {
  if (workspace.execution_mode === 'local') return [];
  const byId = new Map<string, Candidate[]>();
  const add = (rank: number, name: string, from: string, variables: readonly Variable[]) => {
    for (const variable of variables) {
      const id = `${variable.category}\n${variable.key}`;
      const same = byId.get(id);
      const candidate = { rank, name, from, variable };
      if (same === undefined) byId.set(id, [candidate]);
      else same.push(candidate);
    }
  };
  add(RANK.workspace, '', 'workspace', workspace.variables);
  for (const set of layout.variable_sets) {
    const scope = scopeOf(set, workspace);
    if (scope !== null) add(rankOf(set, scope), set.name, `variable_set:${set.name}`, set.variables);
  }
  const rows: EffectiveVariable[] = [];
  for (const candidates of byId.values()) {
    candidates.sort((a, b) => a.rank - b.rank || compareCodePoints(a.name, b.name));
    const [winner, ...rest] = candidates;
    if (winner === undefined) continue;
    const { key, category, value, sensitive } = winner.variable;
    rows.push({
      key,
      category,
      value: sensitive ? null : value,
      sensitive,
      from: winner.from,
      overrides: rest.map((c) => c.from),
    });
  }
  return rows.sort((a, b) => compareCodePoints(a.category, b.category) || compareCodePoints(a.key, b.key));
}

/** Whether a run in the workspace would have the variable, by the same rules but without building the table. */
export function hasVariable(
  layout: Layout,
  workspace: Workspace,
  wanted: { key: string; category: string },
): boolean {
  if (workspace.execution_mode === 'local') return false;
  const matches = (v: Variable) => v.key === wanted.key && v.category === wanted.category;
  if (workspace.variables.some(matches)) return true;
  return layout.variable_sets.some((set) => scopeOf(set, workspace) !== null && set.variables.some(matches));
}
