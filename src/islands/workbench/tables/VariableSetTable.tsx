import type { VariableSet } from '#model/layout/layout.ts';
import { made, unusable } from '../controls/made.ts';
import { editIn } from '#state/board/command.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { useNow } from '../controls/useNow.ts';

/** The sets: who owns them, whom they reach, and how strong they are. */
export function VariableSetTable() {
  const now = useNow();
  const { layout, name, ids } = now;
  const called = (s: VariableSet) =>
    layout.organizations.length > 1 ? `${s.organization}/${s.name}` : s.name;
  const at = (s: VariableSet) => ({ organization: s.organization, set: s.name });
  const projectsOf = (s: VariableSet) =>
    layout.projects.filter((p) => p.organization === s.organization).map((p) => p.name);
  const reach = (s: VariableSet) => [
    ...s.projects.map((project) => ({ key: `project ${project}`, label: `project ${project}`, project })),
    ...s.workspaces.map((workspace) => ({ key: workspace, label: name(workspace), workspace })),
  ];
  return (
    <>
      <DataTable
        name="Variable sets"
        columns={[
          {
            title: 'Set',
            cell: (s) => (
              <TextCell
                label={`Name of set ${called(s)}`}
                value={s.name}
                makes={(text) =>
                  made(editIn(layout, s.organization, { type: 'rename_set', set: s.name, name: text.trim() }))
                }
              />
            ),
          },
          {
            title: 'Owned by',
            cell: (s) => (
              <Choice
                label={`Owner of set ${called(s)}`}
                value={s.project === null ? '' : `project ${s.project}`}
                options={[
                  ['', `organization ${s.organization}`],
                  ...projectsOf(s).map((p): [string, string] => [`project ${p}`, `project ${p}`]),
                ]}
                makes={(owner) => ({
                  type: 'own_set',
                  ...at(s),
                  project: owner === '' ? null : owner.slice('project '.length),
                })}
              />
            ),
          },
          {
            title: 'Global',
            cell: (s) => (
              <Switch
                label={`Set ${called(s)} is global`}
                checked={s.global}
                makes={(global) => ({ type: 'set_global', ...at(s), global })}
              />
            ),
          },
          {
            title: 'Priority',
            cell: (s) => (
              <Switch
                label={`Set ${called(s)} has priority`}
                checked={s.priority}
                makes={(priority) =>
                  editIn(layout, s.organization, { type: 'set_priority', set: s.name, priority })
                }
              />
            ),
          },
          {
            title: 'Applies to',
            cell: (s) =>
              reach(s).length === 0 ? (
                <span className="faint">{s.global ? 'every workspace' : 'nothing listed'}</span>
              ) : (
                <ul className="chips">
                  {reach(s).map(({ key, label, ...target }) => (
                    <li key={key}>
                      {label}{' '}
                      <Press
                        label={`Detach set ${called(s)} from ${label}`}
                        makes={editIn(layout, s.organization, { type: 'detach_set', set: s.name, ...target })}
                        className="chip-remove"
                      >
                        <span aria-hidden="true">×</span>
                      </Press>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            title: 'Delete',
            cell: (s) => (
              <Press
                label={`Delete set ${called(s)}`}
                makes={{ type: 'delete_set', ...at(s) }}
                className="button danger"
              >
                Delete
              </Press>
            ),
          },
        ]}
        rows={layout.variable_sets}
        keyOf={(s) => `${s.organization}/${s.name}`}
        textOf={called}
        empty="No variable set yet."
      />
      {layout.variable_sets.length > 0 && (
        <AddForm
          name="Attach set"
          submit="Attach"
          fields={(values) => {
            const set = setOf(layout.variable_sets, values['set']);
            return [
              {
                name: 'set',
                label: 'Set',
                options: layout.variable_sets.map((s): [string, string] => [
                  `${s.organization}/${s.name}`,
                  called(s),
                ]),
              },
              {
                name: 'target',
                label: 'applies to',
                options:
                  set === undefined
                    ? []
                    : [
                        ...ids
                          .filter((id) => id.startsWith(`${set.organization}/`))
                          .map((id): [string, string] => [id, name(id)]),
                        ...projectsOf(set).map((p): [string, string] => [`project ${p}`, `project ${p}`]),
                      ],
              },
            ];
          }}
          makes={({ set: given, target = '' }) => {
            const set = setOf(layout.variable_sets, given);
            if (set === undefined || target === '') return unusable({ code: 'nothing_to_attach_to' });
            return made(
              editIn(layout, set.organization, {
                type: 'attach_set',
                set: set.name,
                ...(target.startsWith('project ')
                  ? { project: target.slice('project '.length) }
                  : { workspace: target }),
              }),
            );
          }}
        />
      )}
    </>
  );
}

const setOf = (sets: readonly VariableSet[], key: string | undefined): VariableSet | undefined =>
  sets.find((s) => `${s.organization}/${s.name}` === key) ?? sets[0];
