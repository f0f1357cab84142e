import type { Layout, WrittenLayout } from './layout.ts';
import { nearest } from './nearest.ts';
import { joinPath, type Problem, quote } from './problem.ts';

/** Reports one problem at a path. */
type Report = (path: string, message: string) => void;

/** Names of a layout, as references look them up. */
export interface Names {
  organizations: ReadonlySet<string>;
  /** Bare name → full names. */
  bare: ReadonlyMap<string, readonly string[]>;
  /** `organization/name` of every workspace. */
  workspaces: ReadonlySet<string>;
  /** Team name → organizations that have it; `owners` exists in all of them. */
  teams: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The full name that a reference means, or null after reporting why it means nothing. */
export function resolveWorkspace(names: Names, written: string, path: string, report: Report): string | null {
  if (written.includes('/')) {
    if (names.workspaces.has(written)) return written;
    report(path, `no workspace ${quote(written)}, ${suggestion(written, [...names.workspaces])}`);
    return null;
  }
  const found = names.bare.get(written) ?? [];
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  if (found.length > 1) {
    report(path, `workspace ${quote(written)} is ambiguous, write one of ${found.join(', ')}`);
    return null;
  }
  report(path, `no workspace ${quote(written)}, ${suggestion(written, [...names.bare.keys()])}`);
  return null;
}

/** Reports a team name that no organization has. */
export function checkTeam(names: Names, team: string, path: string, report: Report): void {
  if (team === 'owners' || names.teams.has(team)) return;
  report(
    path,
    `no organization has a team ${quote(team)}, ${suggestion(team, ['owners', ...names.teams.keys()])}`,
  );
}

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
  report: Report,
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
>(names: Names, settings: T, organization: string, path: string, report: Report): T {
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

/** Resolves a list of workspaces that must all stand in `organization`; repeats are dropped. */
function resolveMembers(
  names: Names,
  members: string[],
  organization: string,
  path: string,
  report: Report,
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

/** Checks everything in a layout that one field's schema cannot see, and resolves its references. */
export function referenceProblems(
  written: WrittenLayout,
  base: string,
): { layout: Layout; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  const at = (list: string, i: number, field?: string): string => {
    const item = joinPath(joinPath(base, list), i);
    return field === undefined ? item : joinPath(item, field);
  };
  const list = (name: string) => joinPath(base, name);

  const organizations = written.organizations.map((o) => o.name);
  unique(written.organizations, (o) => o.name, list('organizations'), 'name', report);
  const known = new Set(organizations);
  const only = known.size === 1 ? organizations[0] : undefined;
  const place = (item: { organization?: string | undefined }, path: string): string => {
    if (item.organization === undefined) {
      if (only !== undefined) return only;
      report(
        path,
        `is missing, must be one of ${organizations.join(', ')} where there are several organizations`,
      );
      return '';
    }
    if (!known.has(item.organization)) {
      report(
        path,
        `no organization ${quote(item.organization)}, ${suggestion(item.organization, organizations)}`,
      );
    }
    return item.organization;
  };

  const projects = written.projects.map((p, i) => ({
    ...p,
    organization: place(p, at('projects', i, 'organization')),
  }));
  unique(projects, (p) => `${p.organization}/${p.name}`, list('projects'), 'name', report);
  const projectsOf = new Map<string, Set<string>>();
  for (const p of projects) group(projectsOf, p.organization).add(p.name);
  const checkProject = (project: string, organization: string, path: string) => {
    const there = projectsOf.get(organization);
    if (organization === '' || there?.has(project)) return;
    report(
      path,
      `no project ${quote(project)} in ${organization}, ${suggestion(project, [...(there ?? [])])}`,
    );
  };

  const placed = written.workspaces.map((w, i) => ({
    ...w,
    organization: place(w, at('workspaces', i, 'organization')),
    project: w.project ?? null,
  }));
  unique(placed, (w) => `${w.organization}/${w.name}`, list('workspaces'), 'name', report);
  const bare = new Map<string, string[]>();
  for (const w of placed) {
    const id = `${w.organization}/${w.name}`;
    const same = bare.get(w.name);
    if (same === undefined) bare.set(w.name, [id]);
    else if (!same.includes(id)) same.push(id);
  }
  const projectOf = new Map(placed.map((w) => [`${w.organization}/${w.name}`, w.project]));

  const teams = written.teams.map((t, i) => ({
    ...t,
    organization: place(t, at('teams', i, 'organization')),
  }));
  unique(teams, (t) => `${t.organization}/${t.name}`, list('teams'), 'name', report);
  const teamNames = new Map<string, Set<string>>();
  for (const t of teams) group(teamNames, t.name).add(t.organization);
  const names: Names = {
    organizations: known,
    bare,
    workspaces: new Set(projectOf.keys()),
    teams: teamNames,
  };

  const workspaces = placed.map((w, i) => {
    const path = at('workspaces', i);
    if (w.project !== null) checkProject(w.project, w.organization, joinPath(path, 'project'));
    checkWorkspaceLists(w, path, report);
    return resolveSettings(names, w, w.organization, path, report);
  });

  const run_triggers = written.run_triggers.map((t, i) => ({
    sourceable:
      resolveWorkspace(names, t.sourceable, at('run_triggers', i, 'sourceable'), report) ?? t.sourceable,
    workspace:
      resolveWorkspace(names, t.workspace, at('run_triggers', i, 'workspace'), report) ?? t.workspace,
  }));

  const globals = new Map<string, string>();
  const sets = written.variable_sets.map((s, i) => ({
    ...s,
    organization: place(s, at('variable_sets', i, 'organization')),
  }));
  unique(sets, (s) => `${s.organization}/${s.name}`, list('variable_sets'), 'name', report);
  const variable_sets = sets.map((s, i) => {
    const path = at('variable_sets', i);
    unique(s.variables, variableId, joinPath(path, 'variables'), 'key', report);
    if (s.project !== null) {
      checkProject(s.project, s.organization, joinPath(path, 'project'));
      if (s.global) report(joinPath(path, 'global'), 'must be false for a set that a project owns (VS-03)');
    }
    for (const [k, project] of s.projects.entries()) {
      const where = joinPath(joinPath(path, 'projects'), k);
      checkProject(project, s.organization, where);
      if (s.project !== null && project !== s.project) {
        report(where, `must be ${quote(s.project)}, the project that owns the set`);
      }
    }
    const members = resolveMembers(names, s.workspaces, s.organization, joinPath(path, 'workspaces'), report);
    if (s.project !== null) {
      for (const [k, member] of s.workspaces.entries()) {
        const id = member.includes('/') ? member : (bare.get(member)?.[0] ?? member);
        if (projectOf.has(id) && projectOf.get(id) !== s.project) {
          report(
            joinPath(joinPath(path, 'workspaces'), k),
            `workspace ${quote(id)} stands outside ${quote(s.project)}, the project that owns the set`,
          );
        }
      }
    }
    if (s.global) {
      for (const [k, v] of s.variables.entries()) {
        const id = `${s.organization}/${variableId(v)}`;
        const other = globals.get(id);
        if (other !== undefined && other !== s.name) {
          report(
            joinPath(joinPath(joinPath(path, 'variables'), k), 'key'),
            `${v.category} variable ${quote(v.key)} is in the global set ${quote(other)} too, only one of them may hold it (VS-05)`,
          );
        }
        globals.set(id, s.name);
      }
    }
    return { ...s, workspaces: members, projects: [...new Set(s.projects)] };
  });

  const placedTeams = teams.map((t, i) => {
    const path = at('teams', i);
    if (t.name === 'owners') {
      report(
        joinPath(path, 'name'),
        'must not be owners: every organization has that team and it may do everything',
      );
    }
    for (const [k, grant] of t.project_access.entries()) {
      checkProject(
        grant.project,
        t.organization,
        joinPath(joinPath(joinPath(path, 'project_access'), k), 'project'),
      );
    }
    const workspace_access = t.workspace_access.map((grant, k) => {
      const where = joinPath(joinPath(joinPath(path, 'workspace_access'), k), 'workspace');
      const id = resolveWorkspace(names, grant.workspace, where, report);
      if (id !== null && t.organization !== '' && !id.startsWith(`${t.organization}/`)) {
        report(where, `workspace ${quote(id)} is of another organization, must be one of ${t.organization}`);
      }
      return { ...grant, workspace: id ?? grant.workspace };
    });
    return { ...t, workspace_access };
  });

  return {
    problems,
    layout: {
      version: 1,
      ruleset: written.ruleset,
      organizations: written.organizations,
      projects,
      workspaces,
      run_triggers,
      variable_sets,
      teams: placedTeams,
    },
  };
}

/** The names of a layout that has been read, for what refers to it later (actions, goals, flags). */
export function namesOf(layout: Layout): Names {
  const bare = new Map<string, string[]>();
  const workspaces = new Set<string>();
  for (const w of layout.workspaces) {
    const id = `${w.organization}/${w.name}`;
    workspaces.add(id);
    const same = bare.get(w.name);
    if (same === undefined) bare.set(w.name, [id]);
    else same.push(id);
  }
  const teams = new Map<string, Set<string>>();
  for (const t of layout.teams) group(teams, t.name).add(t.organization);
  return { organizations: new Set(layout.organizations.map((o) => o.name)), bare, workspaces, teams };
}

const variableId = (v: { category: string; key: string }): string => `${v.category} ${v.key}`;

function unique<T>(
  items: readonly T[] | undefined,
  id: (item: T) => string,
  path: string,
  field: string,
  report: Report,
) {
  const seen = new Map<string, number>();
  for (const [i, item] of (items ?? []).entries()) {
    const first = seen.get(id(item));
    if (first === undefined) seen.set(id(item), i);
    else
      report(joinPath(joinPath(path, i), field), `is in the list twice, already at ${joinPath(path, first)}`);
  }
}

function group<K>(map: Map<K, Set<string>>, key: K): Set<string> {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = new Set<string>();
  map.set(key, made);
  return made;
}

function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'the layout has none';
  const near = nearest(name, known);
  if (near !== null) return `did you mean ${near}?`;
  return `known are ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', ...' : ''}`;
}
