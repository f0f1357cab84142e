import { CATEGORIES, idOf, type Variable, type VariableSet } from '#model/layout/layout.ts';
import { made, unusable } from '../controls/made.ts';
import { type Command, editIn } from '#state/board/command.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { organizationOptions, useNow, workspaceOptions } from '../controls/useNow.ts';
import { VariableSetTable } from './VariableSetTable.tsx';

/** Where a variable is, and how all variables there, or one of them, are written anew. */
export interface Holder {
  key: string;
  label: string;
  variables: readonly Variable[];
  /** What else its commands rest on: the name of a set may be used twice. */
  among?: readonly VariableSet[];
  one: (variable: Pick<Variable, 'key' | 'value' | 'category' | 'sensitive'>) => Command;
  all: (variables: Variable[]) => Command;
}

const setKey = (set: VariableSet): string => `set ${set.organization}/${set.name}`;

/** Variables of workspaces and of sets, and the sets themselves. */
export function VariableTables() {
  const now = useNow();
  const { layout, workspaces, name } = now;
  const several = layout.organizations.length > 1;
  const holders: Holder[] = [
    ...workspaces.map(
      (w): Holder => ({
        key: idOf(w),
        label: name(idOf(w)),
        variables: w.variables,
        one: (variable) => ({ type: 'set_variable', workspace: idOf(w), ...variable }),
        all: (variables) => ({ type: 'set', workspace: idOf(w), settings: { variables } }),
      }),
    ),
    ...layout.variable_sets.map(
      (s): Holder => ({
        key: setKey(s),
        label: `set ${several ? `${s.organization}/` : ''}${s.name}`,
        variables: s.variables,
        among: layout.variable_sets,
        one: (variable) => editIn(layout, s.organization, { type: 'set_variable', set: s.name, ...variable }),
        all: (variables) => ({
          type: 'set_variables',
          organization: s.organization,
          set: s.name,
          variables,
        }),
      }),
    ),
  ];
  const rows = holders.flatMap((holder) =>
    holder.variables.map((variable, at) => ({ holder, variable, at })),
  );
  const put = ({ holder, at }: (typeof rows)[number], change: Partial<Variable>): Command =>
    holder.all(holder.variables.map((v, i) => (i === at ? { ...v, ...change } : v)));
  const called = ({ holder, variable }: (typeof rows)[number]) =>
    `${variable.category} ${variable.key} of ${holder.label}`;
  return (
    <>
      <section aria-labelledby="table-variables">
        <h3 id="table-variables">Variables</h3>
        <DataTable
          name="Variables"
          columns={[
            { title: 'In', cell: ({ holder }) => holder.label },
            {
              title: 'Key',
              cell: (row) => (
                <TextCell
                  label={`Key of ${called(row)}`}
                  value={row.variable.key}
                  makes={(key) => made(put(row, { key }))}
                />
              ),
            },
            {
              title: 'Value',
              cell: (row) => (
                <TextCell
                  label={`Value of ${called(row)}`}
                  value={row.variable.sensitive ? '' : row.variable.value}
                  {...(row.variable.sensitive ? { placeholder: 'write-only' } : {})}
                  makes={(value) => made(row.holder.one({ ...pick(row.variable), value }))}
                />
              ),
            },
            {
              title: 'Category',
              cell: (row) => (
                <Choice
                  label={`Category of ${called(row)}`}
                  value={row.variable.category}
                  options={CATEGORIES}
                  makes={(category) => put(row, { category })}
                />
              ),
            },
            {
              title: 'Sensitive',
              cell: (row) => (
                <Switch
                  label={`Sensitive: ${called(row)}`}
                  checked={row.variable.sensitive}
                  makes={(sensitive) => row.holder.one({ ...pick(row.variable), sensitive })}
                />
              ),
            },
            {
              title: 'HCL',
              cell: (row) => (
                <Switch
                  label={`HCL: ${called(row)}`}
                  checked={row.variable.hcl}
                  makes={(hcl) => put(row, { hcl })}
                />
              ),
            },
            {
              title: 'Action',
              cell: (row) => (
                <Press
                  label={`Remove ${called(row)}`}
                  makes={row.holder.all(row.holder.variables.filter((_, i) => i !== row.at))}
                >
                  Remove
                </Press>
              ),
            },
          ]}
          rows={rows}
          keyOf={({ holder, at }) => `${holder.key} ${at}`}
          textOf={(row) => called(row)}
          empty="No variables yet."
          shows={({ holder, variable, at }) => [
            ...[holder.key, holder.label, holder.variables, holder.among, variable, at],
          ]}
        />
        <AddForm
          name="Add variable"
          submit="Add variable"
          fields={[
            {
              name: 'in',
              label: 'In',
              options: [
                ...workspaceOptions(now),
                ...holders.slice(workspaces.length).map((h): [string, string] => [h.key, h.label]),
              ],
            },
            { name: 'key', label: 'Key' },
            { name: 'value', label: 'Value' },
            { name: 'category', label: 'Category', options: CATEGORIES },
            {
              name: 'sensitive',
              label: 'Sensitive',
              options: [
                ['', 'no'],
                ['yes', 'yes'],
              ],
            },
          ]}
          makes={(values) => {
            const holder = holders.find((h) => h.key === values['in']);
            const key = (values['key'] ?? '').trim();
            if (holder === undefined || key === '')
              return unusable({ code: 'unnamed', thing: 'variable', by: 'key' });
            const category = CATEGORIES.find((c) => c === values['category']) ?? 'terraform';
            return made(
              holder.one({
                key,
                value: values['value'] ?? '',
                category,
                sensitive: values['sensitive'] === 'yes',
              }),
            );
          }}
          verdict={(values) => {
            const holder = holders.find((h) => h.key === values['in']);
            const there = holder?.variables.some(
              (v) => v.key === values['key']?.trim() && v.category === values['category'],
            );
            return there === true ? { ok: true, words: 'It is there already and gets this value.' } : null;
          }}
        />
      </section>
      <section aria-labelledby="table-sets">
        <h3 id="table-sets">Variable sets</h3>
        <VariableSetTable />
        <AddForm
          name="Add variable set"
          submit="Add set"
          fields={[
            { name: 'set', label: 'New variable set' },
            { name: 'organization', label: 'in', options: organizationOptions(now) },
          ]}
          makes={({ set = '', organization = '' }) =>
            set.trim() === ''
              ? unusable({ code: 'unnamed', thing: 'set', by: 'name' })
              : made({ type: 'add_set', organization, set: set.trim() })
          }
        />
      </section>
    </>
  );
}

const pick = ({ key, value, category, sensitive }: Variable) => ({ key, value, category, sensitive });
