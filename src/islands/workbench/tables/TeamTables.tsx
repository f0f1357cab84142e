import { ORGANIZATION_PERMISSIONS, PROJECT_ROLES, type Team } from '#model/layout/layout.ts';
import { made, unusable } from '../controls/made.ts';
import { editIn } from '#state/board/command.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { organizationOptions, useNow } from '../controls/useNow.ts';
import { teamOf } from './teamOf.ts';
import { WorkspaceAccessTable } from './WorkspaceAccessTable.tsx';

/** Teams and what they may do: in the organization, in projects, in workspaces. */
export function TeamTables() {
  const now = useNow();
  const { layout } = now;
  const called = (t: Team) => (layout.organizations.length > 1 ? `${t.organization}/${t.name}` : t.name);
  const at = (t: Team) => ({ organization: t.organization, team: t.name });
  const grants = layout.teams.flatMap((team) => team.project_access.map((grant, i) => ({ team, grant, i })));
  return (
    <>
      <section aria-labelledby="table-teams">
        <h3 id="table-teams">Teams</h3>
        <p className="faint">The team owners exists in every organization and may do everything.</p>
        <DataTable
          name="Teams"
          columns={[
            {
              title: 'Team',
              cell: (t) => (
                <TextCell
                  label={`Name of team ${called(t)}`}
                  value={t.name}
                  makes={(text) => made({ type: 'rename_team', ...at(t), name: text.trim() })}
                />
              ),
            },
            {
              title: 'In the organization',
              cell: (t) => (
                <span className="checks">
                  {ORGANIZATION_PERMISSIONS.map((permission) => (
                    <span className="check" key={permission}>
                      <Switch
                        label={`${permission} of ${called(t)}`}
                        checked={t.organization_access[permission]}
                        makes={(on) => ({ type: 'organization_access', ...at(t), permission, on })}
                      />
                      <span aria-hidden="true">{permission.replaceAll('_', ' ')}</span>
                    </span>
                  ))}
                </span>
              ),
            },
            {
              title: 'Delete',
              cell: (t) => (
                <Press
                  label={`Delete team ${called(t)}`}
                  makes={{ type: 'delete_team', ...at(t) }}
                  className="button danger"
                >
                  Delete
                </Press>
              ),
            },
          ]}
          rows={layout.teams}
          keyOf={(t) => `${t.organization}/${t.name}`}
          textOf={called}
          empty="No team but owners."
        />
        <AddForm
          name="Add team"
          submit="Add team"
          fields={[
            { name: 'team', label: 'New team' },
            { name: 'organization', label: 'in', options: organizationOptions(now) },
          ]}
          makes={({ team = '', organization = '' }) =>
            team.trim() === ''
              ? unusable({ code: 'unnamed', thing: 'team', by: 'name' })
              : made({ type: 'add_team', organization, team: team.trim() })
          }
        />
      </section>
      <section aria-labelledby="table-project-access">
        <h3 id="table-project-access">Project roles</h3>
        <DataTable
          name="Project roles"
          columns={[
            { title: 'Team', cell: ({ team }) => called(team) },
            { title: 'Project', cell: ({ grant }) => grant.project },
            {
              title: 'Role',
              cell: ({ team, grant }) => (
                <Choice
                  label={`Role of ${called(team)} in project ${grant.project}`}
                  value={grant.access}
                  options={PROJECT_ROLES}
                  makes={(access) =>
                    editIn(layout, team.organization, {
                      type: 'grant_project',
                      team: team.name,
                      project: grant.project,
                      access,
                    })
                  }
                />
              ),
            },
            {
              title: 'Action',
              cell: ({ team, grant }) => (
                <Press
                  label={`Remove ${called(team)} from project ${grant.project}`}
                  makes={editIn(layout, team.organization, {
                    type: 'grant_project',
                    team: team.name,
                    project: grant.project,
                    access: null,
                  })}
                >
                  Remove
                </Press>
              ),
            },
          ]}
          rows={grants}
          keyOf={({ team, i }) => `${team.organization}/${team.name} ${i}`}
          textOf={({ team, grant }) => `${called(team)} ${grant.project}`}
          empty="No team has a role in a project."
        />
        {layout.teams.length > 0 && (
          <AddForm
            name="Grant project role"
            submit="Grant project role"
            fields={(values) => {
              const team = teamOf(layout.teams, values['team']);
              return [
                {
                  name: 'team',
                  label: 'Team',
                  options: layout.teams.map((t): [string, string] => [
                    `${t.organization}/${t.name}`,
                    called(t),
                  ]),
                },
                {
                  name: 'project',
                  label: 'in project',
                  options: layout.projects
                    .filter((p) => p.organization === team?.organization)
                    .map((p) => p.name),
                },
                { name: 'access', label: 'as', options: PROJECT_ROLES },
              ];
            }}
            makes={({ team: given, project = '', access: wanted }) => {
              const team = teamOf(layout.teams, given);
              const access = PROJECT_ROLES.find((role) => role === wanted);
              if (team === undefined || access === undefined || project === '')
                return unusable({ code: 'none_there', thing: 'project' });
              return made(
                editIn(layout, team.organization, {
                  type: 'grant_project',
                  team: team.name,
                  project,
                  access,
                }),
              );
            }}
          />
        )}
      </section>
      <WorkspaceAccessTable />
    </>
  );
}
