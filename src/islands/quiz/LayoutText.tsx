import type { Layout } from '#model/layout.ts';

const short = (id: string): string => id.slice(id.indexOf('/') + 1);

/** A layout in words: workspaces with what is not as it is by default, and the triggers between them. */
export function LayoutText({ layout }: { layout: Layout }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, and a keyboard must reach that.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that there is something to fill in.
    <div role="group" className="layout-text" aria-label="The board" tabIndex={0}>
      <table>
        <caption className="visually-hidden">Workspaces</caption>
        <thead>
          <tr>
            <th scope="col">Workspace</th>
            <th scope="col">Settings</th>
            <th scope="col">Triggered by</th>
          </tr>
        </thead>
        <tbody>
          {layout.workspaces.map((w) => {
            const id = `${w.organization}/${w.name}`;
            const sources = layout.run_triggers
              .filter((t) => t.workspace === id)
              .map((t) => short(t.sourceable));
            return (
              <tr key={id}>
                <th scope="row">{w.name}</th>
                <td>{settingsOf(layout, id).join(', ') || 'all as by default'}</td>
                <td>{sources.join(', ') || 'nothing'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function settingsOf(layout: Layout, id: string): string[] {
  const w = layout.workspaces.find((other) => `${other.organization}/${other.name}` === id);
  if (w === undefined) return [];
  const words: string[] = [];
  if (w.execution_mode !== 'remote') words.push(`${w.execution_mode} execution`);
  if (w.auto_apply) words.push('auto_apply on');
  if (w.auto_apply_run_trigger) words.push('auto_apply_run_trigger on');
  if (w.locked) words.push('locked by a user');
  if (w.plan === 'no_changes') words.push('its plan finds no changes');
  if (w.plan === 'errors') words.push('its plan fails');
  if (w.apply === 'errors') words.push('its apply fails');
  if (!w.has_configuration) words.push('no configuration yet');
  if (!w.has_state) words.push('never applied');
  if (w.global_remote_state) words.push('shares its state with the organization');
  if (w.remote_state_consumer_ids.length > 0)
    words.push(`shares its state with ${w.remote_state_consumer_ids.map(short).join(', ')}`);
  for (const read of w.reads) words.push(`reads ${read.output} of ${short(read.workspace)}`);
  for (const p of w.policies)
    words.push(`${p.enforcement_level} ${p.kind} policy that ${p.passes ? 'passes' : 'fails'}`);
  for (const t of w.run_tasks)
    words.push(`${t.enforcement_level} ${t.stage} task that ${t.passes ? 'passes' : 'fails'}`);
  return words;
}
