import { listed } from '../wording/listed.ts';
import {
  code,
  elsewhere,
  type Naming,
  nothingLeft,
  type Sayings,
  sayings,
  describeVariable,
} from './phrases.ts';
import type { Layout, Team, VariableSet, WorkspaceAccess } from './layout.ts';

const granted = (name: string) => (on: boolean) => (on ? name : null);

/** The organization permissions, in the words of the vendor's page. */
const ORGANIZATION: Sayings<Team['organization_access']> = {
  manage_workspaces: granted('Manage all workspaces'),
  read_workspaces: granted('View all workspaces'),
  manage_projects: granted('Manage all projects'),
  read_projects: granted('View all projects'),
  manage_policies: granted('Manage policies'),
  manage_policy_overrides: granted('Manage policy overrides'),
};

/** Every grant of a team, a phrase each; custom permissions are spelled out, since nothing else says what they are. */
export function describeTeam(team: Team, layout: Layout, named: Naming): string[] {
  const several = layout.organizations.length > 1;
  const fields: Sayings<Team> = {
    // The name is the title of the row.
    name: elsewhere,
    organization: (name) => (several ? `in organization ${code(name)}` : null),
    organization_access: (access) => {
      const held = sayings(access, ORGANIZATION);
      return held.length === 0 ? null : `in the organization: ${held.join(', ')}`;
    },
    project_access: (grants) =>
      grants.map(({ project, access, ...rest }) => {
        nothingLeft(rest);
        return `${code(access)} on project ${code(project)}`;
      }),
    workspace_access: (grants) => grants.map((grant) => grantWords(grant, named)),
  };
  const none =
    team.project_access.length === 0 &&
    team.workspace_access.length === 0 &&
    !Object.values(team.organization_access).includes(true);
  return [...sayings(team, fields), ...(none ? ['no access to anything'] : [])];
}

function grantWords({ workspace, access, permissions, ...rest }: WorkspaceAccess, named: Naming): string {
  nothingLeft(rest);
  if (permissions === undefined) return `${code(access ?? 'none')} on ${named(workspace)}`;
  const { runs, variables, state_versions, workspace_locking, ...others } = permissions;
  nothingLeft(others);
  const may = [
    `runs ${code(runs)}`,
    `variables ${code(variables)}`,
    `state versions ${code(state_versions)}`,
    `lock and unlock ${code(workspace_locking ? 'yes' : 'no')}`,
  ];
  return `custom permissions on ${named(workspace)}: ${may.join(', ')}`;
}

/** Whose a variable set is, where it applies, whether it has priority, and each of its variables. */
export function describeVariableSet(set: VariableSet, layout: Layout, named: Naming): string[] {
  const several = layout.organizations.length > 1;
  const fields: Sayings<VariableSet> = {
    // The name is the title of the row.
    name: elsewhere,
    organization: (name) => (several ? `in organization ${code(name)}` : null),
    project: (name) => (name === null ? null : `owned by project ${code(name)}`),
    global: (on) => (on ? 'applies to every workspace of the organization' : null),
    projects: (names) =>
      names.length === 0 ? null : `applies to the workspaces of project ${listed(names.map(code))}`,
    workspaces: (ids) => (ids.length === 0 ? null : `applies to ${listed(ids.map(named))}`),
    priority: (on) => (on ? 'prioritized' : null),
    variables: (all) => all.map(describeVariable),
  };
  const nowhere = !set.global && set.projects.length === 0 && set.workspaces.length === 0;
  return [...(nowhere ? ['applies to nothing yet'] : []), ...sayings(set, fields)];
}
