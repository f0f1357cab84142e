import { type Layout, ORGANIZATION_PERMISSIONS, type WorkspaceAccess } from '#model/layout/layout.ts';
import { type BodyItem, printBlock, quoted } from '../../syntax/print.ts';
import type { Addresses } from './addresses.ts';

/** Teams with what they are granted. */
export function writeTeams(layout: Layout, at: Addresses): string[] {
  return layout.teams.flatMap((team) => {
    const { organization, name } = team;
    const id = `${organization}/${name}`;
    const body: BodyItem[] = [
      ['name', quoted(name)],
      ['organization', at.organization(organization)],
    ];
    const granted = ORGANIZATION_PERMISSIONS.filter((permission) => team.organization_access[permission]);
    if (granted.length > 0)
      body.push({ block: 'organization_access', body: granted.map((permission) => [permission, 'true']) });
    const own = at.idOf('tfe_team', id);
    return [
      printBlock(at.header('tfe_team', id), body),
      ...team.project_access.map(({ project, access }) =>
        printBlock(at.newHeader('tfe_team_project_access', `${name}_${project}`, organization), [
          ['team_id', own],
          ['project_id', at.idOf('tfe_project', `${organization}/${project}`)],
          ['access', quoted(access)],
        ]),
      ),
      ...team.workspace_access.map((grant) => {
        const workspace = grant.workspace.slice(organization.length + 1);
        return printBlock(at.newHeader('tfe_team_access', `${name}_${workspace}`, organization), [
          ['team_id', own],
          ['workspace_id', at.workspace(grant.workspace)],
          ...grantOf(grant),
        ]);
      }),
    ];
  });
}

/** Inside the block the provider wants everything said, also what a layout does not hold. */
function grantOf({ access, permissions }: WorkspaceAccess): BodyItem[] {
  if (permissions === undefined) return [['access', quoted(access ?? 'read')]];
  return [
    {
      block: 'permissions',
      body: [
        ['runs', quoted(permissions.runs)],
        ['variables', quoted(permissions.variables)],
        ['state_versions', quoted(permissions.state_versions)],
        ['sentinel_mocks', quoted('none')],
        ['workspace_locking', String(permissions.workspace_locking)],
        ['run_tasks', 'false'],
      ],
    },
  ];
}
