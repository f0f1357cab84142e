import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type Team, type VariableSet, type Workspace } from '#model/layout/layout.ts';

/** A mistaken belief, by name, and what the world would be if it were true: the scenario that its holder sees. */
export interface Misconception {
  id: string;
  title: string;
  /** What is so instead, in full sentences. */
  truth: string;
  /** The facts that contradict it. */
  facts: readonly string[];
  /** null where no change of the scenario says it, so that a family works the answer out itself. */
  believed: ((scenario: Scenario) => Scenario) | null;
}

export const inLayout = (scenario: Scenario, change: Partial<Layout>): Scenario => ({
  ...scenario,
  layout: { ...scenario.layout, ...change },
});
export const workspaces = (scenario: Scenario, change: (w: Workspace) => Workspace): Scenario =>
  inLayout(scenario, { workspaces: scenario.layout.workspaces.map(change) });
export const sets = (scenario: Scenario, change: (s: VariableSet) => VariableSet): Scenario =>
  inLayout(scenario, { variable_sets: scenario.layout.variable_sets.map(change) });
export const teams = (scenario: Scenario, change: (t: Team) => Team): Scenario =>
  inLayout(scenario, { teams: scenario.layout.teams.map(change) });

/** The scenario with further triggers, those that are there already left out. */
export function moreTriggers(scenario: Scenario, edges: Layout['run_triggers']): Scenario {
  const { run_triggers } = scenario.layout;
  const isNew = (e: Layout['run_triggers'][number]) =>
    e.sourceable !== e.workspace &&
    !run_triggers.some((t) => t.sourceable === e.sourceable && t.workspace === e.workspace);
  return inLayout(scenario, { run_triggers: [...run_triggers, ...edges.filter(isNew)] });
}
export const reads = (layout: Layout) =>
  layout.workspaces.flatMap((w) =>
    w.reads.map((r) => ({ sourceable: r.workspace, workspace: idOf(w), output: r.output })),
  );

type CustomSet = NonNullable<Team['workspace_access'][number]['permissions']>;
/** Every custom set of permissions changed. */
export const custom = (scenario: Scenario, change: (set: CustomSet) => CustomSet): Scenario =>
  teams(scenario, (t) => ({
    ...t,
    workspace_access: t.workspace_access.map((g) =>
      g.permissions === undefined ? g : { ...g, permissions: change(g.permissions) },
    ),
  }));

/** Roles of a team raised: `from` becomes `to` wherever it occurs. */
export const raised = (scenario: Scenario, from: string, to: 'write' | 'admin'): Scenario =>
  teams(scenario, (t) => ({
    ...t,
    project_access: t.project_access.map((g) => (g.access === from ? { ...g, access: to } : g)),
    workspace_access: t.workspace_access.map((g) => (g.access === from ? { ...g, access: to } : g)),
  }));
