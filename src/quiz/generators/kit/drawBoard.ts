import { type Action, parseScenario, type Scenario } from '#model/scenario/action.ts';
import type { Layout, Workspace } from '#model/layout/layout.ts';
import type { Random } from '../../lib/random.ts';

const BASE = ['network', 'vpc', 'dns', 'identity', 'landing-zone', 'foundation', 'backbone'];
// Which one is above which is said by the board alone, so that no name is right more often than another.
const FURTHER = [
  ...['platform', 'database', 'cluster', 'storage', 'messaging', 'cache', 'registry'],
  ...['app', 'api', 'web', 'reports', 'audit', 'billing', 'shop', 'search'],
];
const SUFFIX = ['', '', '-prod', '-dev', '-eu', '-a'] as const;
const ORGANIZATIONS = ['acme', 'globex', 'initech', 'hooli', 'umbra'] as const;

/** True in one of `n` draws. */
export const once = (random: Random, n: number): boolean => random.below(n) === 0;

/** Several names, the first of something at the bottom of everything. */
export function drawNames(random: Random, count: number): string[] {
  const suffix = random.pick(SUFFIX);
  const names = [...random.shuffle(BASE).slice(0, 1), ...random.shuffle(FURTHER)];
  return names.slice(0, count).map((name) => name + suffix);
}

export type Edge = Layout['run_triggers'][number];
export type Shape = 'chain' | 'fan-out' | 'fan-in' | 'diamond' | 'tree';

/** Triggers of a shape over names, by their bare names; every name but the first has a source, or, for a fan-in, a target. */
export function drawEdges(random: Random, names: readonly string[], shape: Shape): Edge[] {
  const [first = ''] = names;
  const last = names.at(-1) ?? '';
  const rest = names.slice(1);
  const inner = names.slice(1, -1);
  const edge = (sourceable: string, workspace: string): Edge => ({ sourceable, workspace });
  switch (shape) {
    case 'chain':
      return rest.map((name, i) => edge(names[i] ?? first, name));
    case 'fan-out':
      return rest.map((name) => edge(first, name));
    case 'fan-in':
      return names.slice(0, -1).map((name) => edge(name, last));
    case 'diamond':
      return [...inner.map((name) => edge(first, name)), ...inner.map((name) => edge(name, last))];
    case 'tree':
      return rest.map((name, i) => edge(names[random.below(i + 1)] ?? first, name));
  }
}

/** A workspace as a family draws it: its name and what is not as it is by default. */
export type DrawnWorkspace = { name: string } & { [K in Exclude<keyof Workspace, 'name'>]?: Workspace[K] };

export interface DrawnBoard {
  workspaces: readonly DrawnWorkspace[];
  run_triggers?: readonly Edge[];
  actions?: readonly unknown[];
  projects?: readonly { name: string }[];
  variable_sets?: readonly unknown[];
  teams?: readonly unknown[];
  organizations?: readonly string[];
}

/** The scenario of a board; null where it is not one, which a family should not draw. */
export function scenarioOf(random: Random, board: DrawnBoard): Scenario | null {
  const [organization = 'acme'] = board.organizations ?? [random.pick(ORGANIZATIONS)];
  const parsed = parseScenario({
    layout: {
      version: 1,
      organizations: (board.organizations ?? [organization]).map((name) => ({ name })),
      projects: board.projects ?? [],
      workspaces: board.workspaces,
      run_triggers: board.run_triggers ?? [],
      variable_sets: board.variable_sets ?? [],
      teams: board.teams ?? [],
    },
    actions: board.actions ?? [],
  });
  return parsed.ok ? parsed.value : null;
}

/** An action `start_run`, as a family writes it. */
export const start = (workspace: string, more: Partial<Extract<Action, { type: 'start_run' }>> = {}) => ({
  type: 'start_run' as const,
  workspace,
  ...more,
});
