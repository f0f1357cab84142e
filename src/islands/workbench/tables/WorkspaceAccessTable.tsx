import { type Team, WORKSPACE_ROLES, type WorkspaceAccess } from '#model/layout/layout.ts';
import { made, unusable } from '../controls/made.ts';
import type { Edit } from '#model/edits/index.ts';
import { type Command, editIn } from '#state/board/command.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { useNow } from '../controls/useNow.ts';
import { teamOf } from './teamOf.ts';

type Permissions = NonNullable<WorkspaceAccess['permissions']>;
const NONE: Permissions = {
  runs: 'read',
  variables: 'none',
  state_versions: 'none',
  workspace_locking: false,
};
const ROLES = [...WORKSPACE_ROLES, 'custom'] as const;
const LEVELS = {
  runs: ['read', 'plan', 'apply'],
  variables: ['none', 'read', 'write'],
  state_versions: ['none', 'read-outputs', 'read', 'write'],
} as const;

/** What a role or custom permissions come to as an edit. */
const grantEdit = (
  team: Team,
  workspace: string,
  role: (typeof ROLES)[number],
  permissions: Permissions = NONE,
): Edit =>
  role === 'custom'
    ? { type: 'grant_custom', team: team.name, workspace, permissions }
    : { type: 'grant_workspace', team: team.name, workspace, access: role };

/** Roles in workspaces, and custom permissions in place of a role. */
export function WorkspaceAccessTable({ only }: { only?: string }) {
  const now = useNow();
  const { layout, name, ids } = now;
  const called = (t: Team) => (layout.organizations.length > 1 ? `${t.organization}/${t.name}` : t.name);
  /** A name that two organizations use is written in another way. */
  const twins = ({ name: team }: Team) => layout.teams.filter((t) => t.name === team).length;
  const rows = layout.teams.flatMap((team) =>
    team.workspace_access
      .map((grant, i) => ({ team, grant, i }))
      .filter(({ grant }) => only === undefined || grant.workspace === only),
  );
  const where = (row: (typeof rows)[number]) => `${called(row.team)} in ${name(row.grant.workspace)}`;
  const edit = ({ team }: (typeof rows)[number], change: Edit): Command =>
    editIn(layout, team.organization, change);
  const level = <K extends keyof typeof LEVELS>(key: K) => ({
    title: key.replaceAll('_', ' '),
    cell: (row: (typeof rows)[number]) => {
      const { permissions, workspace } = row.grant;
      if (permissions === undefined) return <span className="faint">by role</span>;
      return (
        <Choice<Permissions[K]>
          label={`${key} of ${where(row)}`}
          value={permissions[key]}
          options={LEVELS[key] as readonly Permissions[K][]}
          makes={(value) =>
            edit(row, {
              type: 'grant_custom',
              team: row.team.name,
              workspace,
              permissions: { ...permissions, [key]: value },
            })
          }
        />
      );
    },
  });
  return (
    <section aria-label="Workspace roles">
      {only === undefined && <h3>Workspace roles</h3>}
      <DataTable
        name="Workspace roles"
        columns={[
          { title: 'Team', cell: ({ team }) => called(team) },
          ...(only === undefined
            ? [{ title: 'Workspace', cell: ({ grant }: (typeof rows)[number]) => name(grant.workspace) }]
            : []),
          {
            title: 'Role',
            cell: (row) => (
              <Choice
                label={`Role of ${where(row)}`}
                value={row.grant.access ?? 'custom'}
                options={ROLES}
                makes={(role) =>
                  edit(row, grantEdit(row.team, row.grant.workspace, role, row.grant.permissions))
                }
              />
            ),
          },
          level('runs'),
          level('variables'),
          level('state_versions'),
          {
            title: 'locking',
            cell: (row) => {
              const { permissions, workspace } = row.grant;
              if (permissions === undefined) return <span className="faint">by role</span>;
              return (
                <Switch
                  label={`workspace_locking of ${where(row)}`}
                  checked={permissions.workspace_locking}
                  makes={(workspace_locking) =>
                    edit(row, {
                      type: 'grant_custom',
                      team: row.team.name,
                      workspace,
                      permissions: { ...permissions, workspace_locking },
                    })
                  }
                />
              );
            },
          },
          {
            title: 'Action',
            cell: (row) => (
              <Press
                label={`Remove ${where(row)}`}
                makes={edit(row, {
                  type: 'grant_workspace',
                  team: row.team.name,
                  workspace: row.grant.workspace,
                  access: null,
                })}
              >
                Remove
              </Press>
            ),
          },
        ]}
        rows={rows}
        keyOf={({ team, i }) => `${team.organization}/${team.name} ${i}`}
        textOf={where}
        empty="No team has a role here."
        shows={(row) => [row.grant, row.i, where(row), row.team.organization, twins(row.team)]}
      />
      {layout.teams.length > 0 && (
        <AddForm
          name="Grant workspace role"
          submit="Grant workspace role"
          fields={(values) => {
            const team = teamOf(layout.teams, values['team']);
            return [
              {
                name: 'team',
                label: 'Team',
                options: layout.teams
                  .filter((t) => only === undefined || only.startsWith(`${t.organization}/`))
                  .map((t): [string, string] => [`${t.organization}/${t.name}`, called(t)]),
              },
              ...(only === undefined
                ? [
                    {
                      name: 'workspace',
                      label: 'in',
                      options: ids
                        .filter((id) => team !== undefined && id.startsWith(`${team.organization}/`))
                        .map((id): [string, string] => [id, name(id)]),
                    },
                  ]
                : []),
              { name: 'role', label: 'as', options: ROLES },
            ];
          }}
          makes={({ team: given, workspace = only ?? '', role: wanted }) => {
            const team = layout.teams.find((t) => `${t.organization}/${t.name}` === given);
            const role = ROLES.find((known) => known === wanted);
            if (team === undefined || role === undefined || workspace === '')
              return unusable({ code: 'none_there', thing: 'workspace' });
            return made(editIn(layout, team.organization, grantEdit(team, workspace, role)));
          }}
        />
      )}
    </section>
  );
}
