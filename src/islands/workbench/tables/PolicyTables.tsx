import { counted } from '#model/wording/counted.ts';
import { made, unusable } from '../controls/made.ts';
import { idOf, OPA_LEVELS, type Policy, SENTINEL_LEVELS, type Workspace } from '#model/layout/layout.ts';
import type { Command } from '#state/board/command.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { useNow, workspaceOptions } from '../controls/useNow.ts';
import { RunTaskTable } from './RunTaskTable.tsx';

const levelsOf = (kind: Policy['kind']) => (kind === 'opa' ? OPA_LEVELS : SENTINEL_LEVELS);

/** Policies and run tasks: where they look, how strict they are, and which workspaces fail them. */
export function PolicyTables() {
  return (
    <>
      <Policies />
      <RunTaskTable />
    </>
  );
}

function Policies() {
  const now = useNow();
  const { workspaces, name } = now;
  const rows = workspaces.flatMap((w) => w.policies.map((policy, at) => ({ w, policy, at })));
  const put = (w: Workspace, policies: Policy[]): Command => ({
    type: 'set',
    workspace: idOf(w),
    settings: { policies },
  });
  const change = ({ w, at }: (typeof rows)[number], policy: Policy) =>
    put(
      w,
      w.policies.map((p, i) => (i === at ? policy : p)),
    );
  const called = ({ w, policy }: (typeof rows)[number]) => `policy ${policy.name} on ${name(idOf(w))}`;
  const names = [...new Map(rows.map(({ policy }) => [policy.name, policy])).values()];
  return (
    <section aria-labelledby="table-policies">
      <h3 id="table-policies">Policies</h3>
      <DataTable
        name="Policy levels"
        columns={[
          { title: 'Policy', cell: (p) => p.name },
          { title: 'Kind', cell: (p) => p.kind },
          {
            title: 'Level everywhere',
            cell: (p) => (
              <Choice
                label={`Level of policy ${p.name} everywhere`}
                value={p.enforcement_level}
                options={levelsOf(p.kind)}
                makes={(enforcement_level) => ({ type: 'enforce_policy', policy: p.name, enforcement_level })}
              />
            ),
          },
          {
            title: 'Looks at',
            cell: (p) =>
              `${rows.filter(({ policy }) => policy.name === p.name).length} of ${counted(workspaces.length, 'workspace')}`,
          },
        ]}
        rows={names}
        keyOf={(p) => p.name}
        textOf={(p) => p.name}
        empty="No policy yet."
      />
      <DataTable
        name="Policies by workspace"
        columns={[
          { title: 'Workspace', cell: ({ w }) => name(idOf(w)) },
          {
            title: 'Policy',
            cell: (row) => (
              <TextCell
                label={`Name of ${called(row)}`}
                value={row.policy.name}
                makes={(text) => made(change(row, { ...row.policy, name: text.trim() }))}
              />
            ),
          },
          {
            title: 'Kind',
            cell: (row) => (
              <Choice
                label={`Kind of ${called(row)}`}
                value={row.policy.kind}
                options={['sentinel', 'opa']}
                makes={(kind) => change(row, ofKind(row.policy, kind))}
              />
            ),
          },
          {
            title: 'Level',
            cell: (row) => (
              <Choice
                label={`Level of ${called(row)}`}
                value={row.policy.enforcement_level}
                options={levelsOf(row.policy.kind)}
                makes={(level) => change(row, atLevel(row.policy, level))}
              />
            ),
          },
          {
            title: 'Passes',
            cell: (row) => (
              <Switch
                label={`${name(idOf(row.w))} passes policy ${row.policy.name}`}
                checked={row.policy.passes}
                makes={(passes) =>
                  passes
                    ? { type: 'satisfy_policy', policy: row.policy.name, workspace: idOf(row.w) }
                    : change(row, { ...row.policy, passes })
                }
              />
            ),
          },
          {
            title: 'Action',
            cell: (row) => (
              <Press
                label={`Exclude ${name(idOf(row.w))} from policy ${row.policy.name}`}
                makes={{ type: 'exclude_policy', policy: row.policy.name, workspace: idOf(row.w) }}
              >
                Exclude
              </Press>
            ),
          },
        ]}
        rows={rows}
        keyOf={({ w, at }) => `${idOf(w)} ${at}`}
        textOf={({ w, policy }) => `${idOf(w)} ${policy.name}`}
        empty="No policy looks at any workspace."
        shows={({ w, policy, at }) => [w, policy, at, name(idOf(w))]}
      />
      <AddForm
        name="Add policy"
        submit="Add policy"
        fields={(values) => [
          { name: 'policy', label: 'Policy' },
          { name: 'workspace', label: 'looks at', options: workspaceOptions(now) },
          { name: 'kind', label: 'Kind', options: ['sentinel', 'opa'] },
          { name: 'level', label: 'Level', options: levelsOf(values['kind'] === 'opa' ? 'opa' : 'sentinel') },
          {
            name: 'passes',
            label: 'The workspace',
            options: [
              ['yes', 'passes'],
              ['no', 'fails'],
            ],
          },
        ]}
        makes={(values) => {
          const w = workspaces.find((other) => idOf(other) === values['workspace']);
          const called = (values['policy'] ?? '').trim();
          if (w === undefined || called === '')
            return unusable({ code: 'unnamed', thing: 'policy', by: 'name' });
          const policy = ofKind(
            {
              name: called,
              kind: 'sentinel',
              enforcement_level: 'advisory',
              passes: values['passes'] !== 'no',
            },
            values['kind'] === 'opa' ? 'opa' : 'sentinel',
          );
          return made(put(w, [...w.policies, atLevel(policy, values['level'] ?? '')]));
        }}
      />
    </section>
  );
}

/** The policy as one of the other kind; a level that this kind does not have becomes the strictest that it has. */
function ofKind(policy: Policy, kind: Policy['kind']): Policy {
  const { name, passes, enforcement_level: level } = policy;
  return kind === 'opa'
    ? { name, kind, enforcement_level: level === 'advisory' ? 'advisory' : 'mandatory', passes }
    : { name, kind, enforcement_level: SENTINEL_LEVELS.find((l) => l === level) ?? 'hard-mandatory', passes };
}

function atLevel(policy: Policy, level: string): Policy {
  if (policy.kind === 'opa')
    return { ...policy, enforcement_level: OPA_LEVELS.find((l) => l === level) ?? policy.enforcement_level };
  return {
    ...policy,
    enforcement_level: SENTINEL_LEVELS.find((l) => l === level) ?? policy.enforcement_level,
  };
}
