import type { Layout, WrittenLayout } from './layout.ts';
import { group, type Names, type ReportProblem, resolveWorkspace, suggestion } from './names.ts';
import { joinPath, type Problem, quote } from '../parse/problem.ts';
import { checkWorkspaceLists, resolveMembers, resolveSettings, unique, variableId } from './namedThings.ts';

/** What is known about a layout when the references to its workspaces and projects are checked. */
interface Places {
  names: Names;
  /** Full name of a workspace → its project. */
  projectOf: ReadonlyMap<string, string | null>;
  at: (list: string, i: number, field?: string) => string;
  report: ReportProblem;
  checkProject: (project: string, organization: string, path: string) => void;
}

type Placed<T> = T & { organization: string };

/** Checks everything in a layout that one field's schema cannot see, and resolves its references. */
export function referenceProblems(
  written: WrittenLayout,
  base: string,
): { layout: Layout; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: ReportProblem = (path, message) => problems.push({ path, message });
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

  const places: Places = { names, projectOf, at, report, checkProject };
  const sets = written.variable_sets.map((s, i) => ({
    ...s,
    organization: place(s, at('variable_sets', i, 'organization')),
  }));
  unique(sets, (s) => `${s.organization}/${s.name}`, list('variable_sets'), 'name', report);
  const globals = new Map<string, string>();
  const variable_sets = sets.map((set, i) => resolveSet(places, set, i, globals));

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
      teams: teams.map((team, i) => resolveTeam(places, team, i)),
    },
  };
}

/** @param globals the global set that has a variable, by organization and variable; this adds those of the set */
function resolveSet(
  { names, projectOf, at, report, checkProject }: Places,
  s: Placed<WrittenLayout['variable_sets'][number]>,
  i: number,
  globals: Map<string, string>,
) {
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
      const id = member.includes('/') ? member : (names.bare.get(member)?.[0] ?? member);
      if (projectOf.has(id) && projectOf.get(id) !== s.project) {
        report(
          joinPath(joinPath(path, 'workspaces'), k),
          `workspace ${quote(id)} is outside ${quote(s.project)}, the project that owns the set`,
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
}

function resolveTeam(
  { names, at, report, checkProject }: Places,
  t: Placed<WrittenLayout['teams'][number]>,
  i: number,
) {
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
}
