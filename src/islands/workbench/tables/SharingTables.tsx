import { idOf, type Layout, type Read, VIAS, type Workspace } from '#model/layout/layout.ts';
import { made, unusable } from '../controls/made.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { useNow, workspaceOptions } from '../controls/useNow.ts';

/** Who shares its state with whom, what each workspace gives out, and what it reads from others. */
export function SharingTables() {
  const now = useNow();
  const { workspaces, layout, name, sandbox } = now;
  const set = (w: Workspace, settings: Partial<Workspace>) =>
    ({ type: 'set', workspace: idOf(w), settings }) as const;
  const byId = new Map(workspaces.map((w) => [idOf(w), w]));
  const reads = workspaces.flatMap((w) => w.reads.map((read, at) => ({ w, read, at })));
  const outputs = workspaces.flatMap((w) => w.outputs.map((output, at) => ({ w, output, at })));
  const putRead = (w: Workspace, at: number, change: Partial<Read>) =>
    set(w, { reads: w.reads.map((r, i) => (i === at ? { ...r, ...change } : r)) });
  const putOutput = (w: Workspace, at: number, change: Partial<Workspace['outputs'][number]>) =>
    set(w, { outputs: w.outputs.map((o, i) => (i === at ? { ...o, ...change } : o)) });
  return (
    <>
      <section aria-labelledby="table-sharing">
        <h3 id="table-sharing">Remote state sharing</h3>
        <DataTable
          name="Sharing"
          columns={[
            { title: 'Workspace', cell: (w) => name(idOf(w)) },
            {
              title: 'Whole organization',
              cell: (w) => (
                <Switch
                  label={`global_remote_state of ${name(idOf(w))}`}
                  checked={w.global_remote_state}
                  makes={(global_remote_state) => set(w, { global_remote_state })}
                />
              ),
            },
            {
              title: 'Consumers',
              cell: (w) =>
                w.remote_state_consumer_ids.length === 0 ? (
                  <span className="faint">none named</span>
                ) : (
                  <ul className="chips">
                    {w.remote_state_consumer_ids.map((id) => (
                      <li key={id}>
                        {name(id)}{' '}
                        <Press
                          label={`Stop sharing ${name(idOf(w))} with ${name(id)}`}
                          makes={{ type: 'unshare', sourceable: idOf(w), workspace: id }}
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
              title: 'Token of team',
              cell: (w) => (
                <Choice
                  label={`tfe_token_team of ${name(idOf(w))}`}
                  value={w.tfe_token_team ?? ''}
                  options={[['', 'none'], ...tokenTeams(layout, w).map((team) => [team, team] as const)]}
                  makes={(team) => set(w, { tfe_token_team: team || null })}
                />
              ),
            },
          ]}
          rows={workspaces}
          keyOf={idOf}
          textOf={idOf}
          empty="No workspace yet."
          shows={(w) => [w, name(idOf(w)), layout.teams]}
          onRow={(w) => sandbox.focus(idOf(w))}
        />
        <AddForm
          name="Share state"
          submit="Allow reading"
          fields={[
            { name: 'sourceable', label: 'State of', options: workspaceOptions(now) },
            { name: 'workspace', label: 'may be read by', options: workspaceOptions(now) },
          ]}
          makes={({ sourceable = '', workspace = '' }) =>
            sourceable === '' || sourceable === workspace
              ? unusable({ code: 'not_chosen', what: 'two workspaces' })
              : made({ type: 'share', sourceable, workspace })
          }
          verdict={({ sourceable = '', workspace = '' }) => {
            const w = byId.get(sourceable);
            if (w === undefined || sourceable === workspace)
              return { ok: false, words: 'Choose two workspaces.' };
            if (w.global_remote_state)
              return { ok: true, words: 'It is shared with the whole organization already.' };
            return w.remote_state_consumer_ids.includes(workspace)
              ? { ok: true, words: 'Shared already.' }
              : { ok: true, words: 'Not shared yet.' };
          }}
        />
      </section>
      <section aria-labelledby="table-outputs">
        <h3 id="table-outputs">Outputs</h3>
        <DataTable
          name="Outputs"
          columns={[
            { title: 'Workspace', cell: ({ w }) => name(idOf(w)) },
            {
              title: 'Output',
              cell: ({ w, output, at }) => (
                <TextCell
                  label={`Output ${output.name} of ${name(idOf(w))}`}
                  value={output.name}
                  makes={(text) => made(putOutput(w, at, { name: text }))}
                />
              ),
            },
            {
              title: 'Sensitive',
              cell: ({ w, output, at }) => (
                <Switch
                  label={`Output ${output.name} of ${name(idOf(w))} is sensitive`}
                  checked={output.sensitive}
                  makes={(sensitive) => putOutput(w, at, { sensitive })}
                />
              ),
            },
            {
              title: 'Action',
              cell: ({ w, output }) => (
                <Press
                  label={`Remove output ${output.name} of ${name(idOf(w))}`}
                  makes={set(w, { outputs: w.outputs.filter((o) => o !== output) })}
                >
                  Remove
                </Press>
              ),
            },
          ]}
          rows={outputs}
          keyOf={({ w, output }) => `${idOf(w)} ${output.name}`}
          textOf={({ w, output }) => `${idOf(w)} ${output.name}`}
          empty="No workspace has outputs."
          shows={({ w, output, at }) => [w, output, at, name(idOf(w))]}
        />
        <AddForm
          name="Add output"
          submit="Add output"
          fields={[
            { name: 'workspace', label: 'Workspace', options: workspaceOptions(now) },
            { name: 'output', label: 'Output name' },
          ]}
          makes={({ workspace = '', output = '' }) => {
            const w = byId.get(workspace);
            if (w === undefined || output.trim() === '')
              return unusable({ code: 'unnamed', thing: 'output', by: 'name' });
            return made(set(w, { outputs: [...w.outputs, { name: output.trim(), sensitive: false }] }));
          }}
        />
      </section>
      <section aria-labelledby="table-reads">
        <h3 id="table-reads">Reads</h3>
        <DataTable
          name="Reads"
          columns={[
            { title: 'Reader', cell: ({ w }) => name(idOf(w)) },
            {
              title: 'Source',
              cell: ({ w, read, at }) => (
                <Choice
                  label={`Source of read ${at + 1} of ${name(idOf(w))}`}
                  value={read.workspace}
                  options={workspaceOptions(now)}
                  makes={(workspace) => putRead(w, at, { workspace })}
                />
              ),
            },
            {
              title: 'Output',
              cell: ({ w, read, at }) => (
                <TextCell
                  label={`Output of read ${at + 1} of ${name(idOf(w))}`}
                  value={read.output}
                  makes={(output) => made(putRead(w, at, { output }))}
                />
              ),
            },
            {
              title: 'Via',
              cell: ({ w, read, at }) => (
                <Choice
                  label={`Via of read ${at + 1} of ${name(idOf(w))}`}
                  value={read.via}
                  options={VIAS}
                  makes={(via) => putRead(w, at, { via })}
                />
              ),
            },
            {
              title: 'Action',
              cell: ({ w, read, at }) => (
                <Press
                  label={`Remove read ${name(read.workspace)}.${read.output} in ${name(idOf(w))}`}
                  makes={set(w, { reads: w.reads.filter((_, i) => i !== at) })}
                >
                  Remove
                </Press>
              ),
            },
          ]}
          rows={reads}
          keyOf={({ w, at }) => `${idOf(w)} ${at}`}
          textOf={({ w, read }) => `${idOf(w)} ${read.workspace} ${read.output}`}
          empty="No configuration reads anything from elsewhere."
          shows={({ w, read, at }) => [w, read, at, workspaceOptions(now)]}
        />
        <AddForm
          name="Add read"
          submit="Add read"
          fields={(values) => {
            const outputsOf = byId.get(values['source'] ?? now.ids[0] ?? '')?.outputs ?? [];
            return [
              { name: 'reader', label: 'Reader', options: workspaceOptions(now) },
              { name: 'source', label: 'reads of', options: workspaceOptions(now) },
              outputsOf.length === 0
                ? { name: 'written', label: 'output' }
                : { name: 'output', label: 'output', options: outputsOf.map((o) => o.name) },
              { name: 'via', label: 'via', options: VIAS },
            ];
          }}
          makes={({ reader = '', source = '', output, written, via }) => {
            const w = byId.get(reader);
            const wanted = (output ?? written ?? '').trim();
            if (w === undefined || wanted === '') return unusable({ code: 'no_output' });
            const how = VIAS.find((known) => known === via) ?? 'terraform_remote_state';
            return made(set(w, { reads: [...w.reads, { workspace: source, output: wanted, via: how }] }));
          }}
        />
      </section>
    </>
  );
}

/** Teams whose token the provider may use; a team of another organization stays on the list where it is named. */
const tokenTeams = (layout: Layout, w: Workspace): string[] => [
  ...new Set([
    'owners',
    ...layout.teams.filter((t) => t.organization === w.organization).map((t) => t.name),
    ...(w.tfe_token_team === null ? [] : [w.tfe_token_team]),
  ]),
];
