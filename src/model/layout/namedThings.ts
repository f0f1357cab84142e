import { checkTeam, type Names, type ReportProblem, resolveWorkspace } from './names.ts';
import { joinPath, quote } from '../parse/problem.ts';

/** What the lists of a workspace (or of the settings of an action `set`) may not contain. */
export function checkWorkspaceLists(
  settings: {
    outputs?: { name: string }[] | undefined;
    variables?: { category: string; key: string }[] | undefined;
    requires?: { category: string; key: string }[] | undefined;
    policies?: { name: string }[] | undefined;
    run_tasks?: { name: string }[] | undefined;
  },
  path: string,
  report: ReportProblem,
): void {
  unique(settings.outputs, (o) => o.name, joinPath(path, 'outputs'), 'name', report);
  unique(settings.policies, (p) => p.name, joinPath(path, 'policies'), 'name', report);
  unique(settings.run_tasks, (t) => t.name, joinPath(path, 'run_tasks'), 'name', report);
  unique(settings.variables, variableId, joinPath(path, 'variables'), 'key', report);
  unique(settings.requires, variableId, joinPath(path, 'requires'), 'key', report);
}

/** Resolves `reads`, `remote_state_consumer_ids` and `tfe_token_team` of a workspace in `organization`. */
export function resolveSettings<
  T extends {
    reads?:
      | { workspace: string; output: string; via: 'terraform_remote_state' | 'tfe_outputs' }[]
      | undefined;
    remote_state_consumer_ids?: string[] | undefined;
    tfe_token_team?: string | null | undefined;
  },
>(names: Names, settings: T, organization: string, path: string, report: ReportProblem): T {
  const resolved = { ...settings };
  if (settings.reads !== undefined) {
    resolved.reads = settings.reads.map((read, i) => {
      const at = joinPath(joinPath(joinPath(path, 'reads'), i), 'workspace');
      return { ...read, workspace: resolveWorkspace(names, read.workspace, at, report) ?? read.workspace };
    });
  }
  if (settings.remote_state_consumer_ids !== undefined) {
    resolved.remote_state_consumer_ids = resolveMembers(
      names,
      settings.remote_state_consumer_ids,
      organization,
      joinPath(path, 'remote_state_consumer_ids'),
      report,
    );
  }
  if (typeof settings.tfe_token_team === 'string') {
    checkTeam(names, settings.tfe_token_team, joinPath(path, 'tfe_token_team'), report);
  }
  return resolved;
}

/** Resolves a list of workspaces that must all be in `organization`; repeats are dropped. */
export function resolveMembers(
  names: Names,
  members: string[],
  organization: string,
  path: string,
  report: ReportProblem,
): string[] {
  const resolved = members.map((member, i) => {
    const at = joinPath(path, i);
    const id = resolveWorkspace(names, member, at, report);
    if (id !== null && !id.startsWith(`${organization}/`)) {
      report(at, `workspace ${quote(id)} is of another organization, must be one of ${organization}`);
    }
    return id ?? member;
  });
  return [...new Set(resolved)];
}

/** What identifies a variable in one list. */
export const variableId = (v: { category: string; key: string }): string => `${v.category} ${v.key}`;

/** Reports items that repeat an earlier one. */
export function unique<T>(
  items: readonly T[] | undefined,
  id: (item: T) => string,
  path: string,
  field: string,
  report: ReportProblem,
) {
  const seen = new Map<string, number>();
  for (const [i, item] of (items ?? []).entries()) {
    const first = seen.get(id(item));
    if (first === undefined) seen.set(id(item), i);
    else
      report(joinPath(joinPath(path, i), field), `is in the list twice, already at ${joinPath(path, first)}`);
  }
}
