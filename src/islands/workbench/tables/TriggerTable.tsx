import { candidatesOf, describeVerdict } from '#state/board/verdicts.ts';
import { made, unusable } from '../controls/made.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Press } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { useNow, workspaceOptions } from '../controls/useNow.ts';

/** Every run trigger; a new one from two lists, with the engine's verdict on each downstream before it is chosen. */
export function TriggerTable() {
  const now = useNow();
  const { moment, ids, name } = now;
  return (
    <section aria-label="Run triggers">
      <DataTable
        name="Run triggers"
        columns={[
          { title: 'Source', cell: (t) => name(t.sourceable) },
          { title: 'Downstream', cell: (t) => name(t.workspace) },
          {
            title: 'Action',
            cell: (t) => (
              <Press
                label={`Remove trigger from ${name(t.sourceable)} to ${name(t.workspace)}`}
                makes={{ type: 'delete_run_trigger', sourceable: t.sourceable, workspace: t.workspace }}
              >
                Remove
              </Press>
            ),
          },
        ]}
        rows={moment.triggers}
        keyOf={(t) => `${t.sourceable} ${t.workspace}`}
        textOf={(t) => `${t.sourceable} ${t.workspace}`}
        empty="No workspace names a source yet."
        shows={(t) => [t.sourceable, t.workspace, name(t.sourceable), name(t.workspace)]}
      />
      {ids.length > 1 && <AddTrigger />}
    </section>
  );
}

function AddTrigger() {
  const now = useNow();
  const { sandbox, ids, name } = now;
  const verdicts = (source: string | undefined) =>
    candidatesOf(sandbox, source !== undefined && ids.includes(source) ? source : (ids[0] ?? ''), 'from');
  return (
    <AddForm
      name="Add run trigger"
      submit="Add trigger"
      fields={({ sourceable }) => [
        { name: 'sourceable', label: 'Source', options: workspaceOptions(now) },
        {
          name: 'workspace',
          label: 'Downstream',
          options: [...verdicts(sourceable)].map(([id, refusal]): [string, string] => [
            id,
            refusal === null ? name(id) : `${name(id)} (${describeVerdict(refusal).split(':')[0]})`,
          ]),
        },
      ]}
      makes={({ sourceable = '', workspace = '' }) =>
        workspace === ''
          ? unusable({ code: 'not_chosen', what: 'both' })
          : made({ type: 'create_run_trigger', sourceable, workspace })
      }
      verdict={({ sourceable, workspace = '' }) => {
        const refusal = verdicts(sourceable).get(workspace) ?? null;
        const words = describeVerdict(refusal);
        return { ok: refusal === null, words: `${words.charAt(0).toUpperCase()}${words.slice(1)}` };
      }}
    />
  );
}
