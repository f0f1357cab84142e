import { ORGANIZATION_PERMISSIONS, PROJECT_ROLES, WORKSPACE_ROLES } from '#model/layout/layout.ts';
import type { WorkspaceAccess } from '#model/layout/layout.ts';
import { ensureProject, ensureTeam, put } from '../layoutDraft.ts';
import { boolOf, readChoice, managed, type Reading, resourcesOf } from '../reading.ts';
import type { Fields, Resource } from '../../config/resource.ts';
import { namedIn, workspaceTarget } from '../target.ts';

const RUNS = ['read', 'plan', 'apply'] as const;
const VARIABLES = ['none', 'read', 'write'] as const;
const STATE_VERSIONS = ['none', 'read-outputs', 'read', 'write'] as const;

/** `tfe_team` and what it is granted; grants to `owners` change nothing, since that team may do everything. */
export function readTeams(reading: Reading): void {
  const { draft } = reading;
  for (const resource of resourcesOf(reading, 'tfe_team')) {
    const name = reading.names.of(resource);
    const organization = reading.organizations.of(resource);
    if (name === null) continue;
    const known = draft.layout.teams.some((t) => t.name === name && t.organization === organization);
    if (known && resource.mode === 'managed') {
      reading.report(
        resource.place,
        `team ${JSON.stringify(name)} exists already in ${organization}`,
        'mistake',
      );
      continue;
    }
    const team = ensureTeam(draft, organization, name, resource.place);
    const [access] = resource.mode === 'managed' ? resource.blocks('organization_access') : [];
    if (team === null || access === undefined) continue;
    for (const permission of ORGANIZATION_PERMISSIONS)
      team.organization_access[permission] = boolOf(reading, access, permission, false);
  }
  for (const resource of managed(reading, 'tfe_team_access')) readWorkspaceAccess(reading, resource);
  for (const resource of managed(reading, 'tfe_team_project_access')) readProjectAccess(reading, resource);
}

function teamIn(reading: Reading, resource: Resource) {
  const named = namedIn(reading, resource, 'team_id', 'tfe_team');
  return named && ensureTeam(reading.draft, named.organization, named.name, named.place);
}

function readWorkspaceAccess(reading: Reading, resource: Resource): void {
  const team = teamIn(reading, resource);
  const workspace = workspaceTarget(reading, resource, 'workspace_id');
  const [block] = resource.blocks('permissions');
  // The platform calls a role of one's own custom, and spells out the permissions of the others too.
  const isCustom = resource.settled && resource.value('access') === 'custom';
  const access = isCustom ? undefined : readChoice(reading, resource, 'access', WORKSPACE_ROLES);
  if (!team || workspace === undefined) return;
  if (resource.has('access') && block !== undefined && !resource.settled)
    return reading.report(resource.place, 'must have either access or permissions, not both', 'mistake');
  if (!resource.has('access') && block === undefined)
    return reading.report(resource.place, 'must have either access or permissions', 'mistake');
  const grant: WorkspaceAccess | undefined =
    block !== undefined && access === undefined
      ? { workspace, permissions: permissionsOf(reading, block) }
      : access && { workspace, access };
  if (grant !== undefined) put(reading.draft, team.workspace_access, grant, resource.place);
}

const permissionsOf = (reading: Reading, block: Fields) => ({
  runs: readChoice(reading, block, 'runs', RUNS) ?? 'read',
  variables: readChoice(reading, block, 'variables', VARIABLES) ?? 'none',
  state_versions: readChoice(reading, block, 'state_versions', STATE_VERSIONS) ?? 'none',
  workspace_locking: boolOf(reading, block, 'workspace_locking', false),
});

function readProjectAccess(reading: Reading, resource: Resource): void {
  const team = teamIn(reading, resource);
  const project = namedIn(reading, resource, 'project_id', 'tfe_project');
  const access = readChoice(reading, resource, 'access', [...PROJECT_ROLES, 'custom']);
  if (!team || project === undefined || access === undefined) return;
  if (access === 'custom')
    return reading.report(
      resource.placeOf('access'),
      'custom access to a project has no place in a layout: grant it by tfe_team_access in each workspace',
      'ignored',
    );
  ensureProject(reading.draft, project.organization, project.name, project.place);
  put(reading.draft, team.project_access, { project: project.name, access }, resource.place);
}
