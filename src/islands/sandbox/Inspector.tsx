import { useState } from 'react';
import type { Edit } from '#model/edit.ts';
import { APPLIES, EXECUTION_MODES, idOf, PLANS, type Workspace } from '#model/layout.ts';
import { chosen, short, useSandbox } from './useSandbox.ts';

type Switch =
  | 'auto_apply'
  | 'auto_apply_run_trigger'
  | 'global_remote_state'
  | 'has_configuration'
  | 'cost_estimation';

function Row({
  label,
  attribute,
  about,
  children,
}: {
  label: string;
  attribute: string;
  about?: string;
  children: React.ReactNode;
}) {
  return (
    <div className="field">
      {/** biome-ignore lint/a11y/noLabelWithoutControl: the control is passed in as a child */}
      <label>
        <span className="field-label">{label}</span>
        {children}
      </label>
      <code>{attribute}</code>
      {about !== undefined && <p>{about}</p>}
    </div>
  );
}

/** The settings of the focused workspace, in the order and words of the product's own settings pages. */
export function Inspector() {
  const { state, moment, sandbox, pick } = useSandbox();
  const id = state.focused;
  const w = id === null ? undefined : moment.workspaces.get(id);
  const [problem, setProblem] = useState<string | null>(null);
  if (id === null || w === undefined) return <p className="faint">Choose a workspace to see its settings.</p>;
  const others = state.scenario.layout.workspaces.map(idOf).filter((other) => other !== id);
  const set = (settings: Extract<Edit, { type: 'set' }>['settings']) => {
    if (sandbox.edit({ type: 'set', workspace: id, settings }))
      sandbox.say(`${w.name}: ${Object.keys(settings).join(', ')} changed.`);
  };
  const toggle = (field: Switch, label: string, about?: string) => (
    <Row label={label} attribute={field} {...(about === undefined ? {} : { about })}>
      <input
        type="checkbox"
        checked={w[field]}
        onChange={(event) => set({ [field]: event.target.checked })}
      />
    </Row>
  );
  const locked = moment.locks.has(id);
  return (
    <div className="inspector" key={id}>
      <form
        className="rename"
        onSubmit={(event) => {
          event.preventDefault();
          const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
          setProblem(sandbox.rename(id, name));
        }}
      >
        <label>
          Name <input name="name" defaultValue={w.name} autoComplete="off" />
        </label>
        <button type="submit" className="button">
          Rename
        </button>
        {problem !== null && <p role="alert">{problem}</p>}
      </form>
      <fieldset>
        <legend>General</legend>
        <Row label="Execution mode" attribute="execution_mode">
          <select
            value={w.execution_mode}
            onChange={(e) => chosen(EXECUTION_MODES, e.target.value, (m) => set({ execution_mode: m }))}
          >
            {EXECUTION_MODES.map((mode) => (
              <option key={mode}>{mode}</option>
            ))}
          </select>
        </Row>
        {toggle('auto_apply', 'Auto-apply API, UI and VCS runs', 'Says nothing about triggered runs.')}
        {toggle(
          'auto_apply_run_trigger',
          'Auto-apply run triggers',
          'Only this decides for a run that a trigger queued.',
        )}
        <Row label="Locked" attribute="locked">
          <input
            type="checkbox"
            checked={locked}
            onChange={() => sandbox.edit({ type: locked ? 'unlock' : 'lock', workspace: id })}
          />
        </Row>
      </fieldset>
      <Triggers id={id} others={others} pick={pick} />
      <fieldset>
        <legend>Remote state sharing</legend>
        {toggle('global_remote_state', 'Share with all workspaces in the organization')}
        {!w.global_remote_state && (
          <div className="field">
            <span className="field-label" id="consumers">
              Share with specific workspaces
            </span>
            <code>remote_state_consumer_ids</code>
            {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
            <div role="group" aria-labelledby="consumers" className="checks">
              {others.map((other) => (
                <label key={other}>
                  <input
                    type="checkbox"
                    checked={w.remote_state_consumer_ids.includes(other)}
                    onChange={(event) =>
                      sandbox.edit({
                        type: event.target.checked ? 'share' : 'unshare',
                        sourceable: id,
                        workspace: other,
                      })
                    }
                  />{' '}
                  {short(other)}
                </label>
              ))}
            </div>
          </div>
        )}
      </fieldset>
      <Reads w={w} set={set} />
      <fieldset>
        <legend>
          What its runs do <span className="faint">(ours: the simulator asks)</span>
        </legend>
        <Row label="A plan has" attribute="plan">
          <select value={w.plan} onChange={(e) => chosen(PLANS, e.target.value, (plan) => set({ plan }))}>
            {PLANS.map((plan) => (
              <option key={plan}>{plan}</option>
            ))}
          </select>
        </Row>
        <Row label="An apply" attribute="apply">
          <select
            value={w.apply}
            onChange={(e) => chosen(APPLIES, e.target.value, (apply) => set({ apply }))}
          >
            {APPLIES.map((apply) => (
              <option key={apply}>{apply}</option>
            ))}
          </select>
        </Row>
        {toggle('has_configuration', 'Has a configuration')}
        {toggle('cost_estimation', 'Cost estimation')}
      </fieldset>
      <button type="button" className="button danger" onClick={() => sandbox.remove(id)}>
        Delete {w.name}
      </button>
    </div>
  );
}

function Triggers({
  id,
  others,
  pick,
}: {
  id: string;
  others: string[];
  pick: ReturnType<typeof useSandbox>['pick'];
}) {
  const { moment, sandbox } = useSandbox();
  const mine = moment.triggers.filter((t) => t.workspace === id || t.sourceable === id);
  return (
    <fieldset>
      <legend>Run triggers</legend>
      <ul className="plain">
        {mine.map((t) => (
          <li key={`${t.sourceable} ${t.workspace}`}>
            <span>
              {t.workspace === id ? `runs after ${short(t.sourceable)}` : `triggers ${short(t.workspace)}`}
            </span>
            <button
              type="button"
              className="button quiet"
              aria-label={`Remove trigger from ${short(t.sourceable)} to ${short(t.workspace)}`}
              onClick={() =>
                sandbox.edit({ type: 'delete_run_trigger', ...t }) && sandbox.say('Trigger removed.')
              }
            >
              Remove
            </button>
          </li>
        ))}
        {mine.length === 0 && <li className="faint">None yet.</li>}
      </ul>
      {others.length > 0 && (
        <div className="row">
          <button type="button" className="button" onClick={() => pick({ id, direction: 'after' })}>
            Runs after …
          </button>
          <button type="button" className="button" onClick={() => pick({ id, direction: 'from' })}>
            Triggers …
          </button>
        </div>
      )}
      <code>tfe_run_trigger</code>
    </fieldset>
  );
}

function Reads({ w, set }: { w: Workspace; set: (settings: { reads: Workspace['reads'] }) => void }) {
  const { state } = useSandbox();
  const available = state.scenario.layout.workspaces
    .flatMap((other) => other.outputs.map((o) => ({ workspace: idOf(other), output: o.name })))
    .filter(
      (o) =>
        o.workspace !== idOf(w) && !w.reads.some((r) => r.workspace === o.workspace && r.output === o.output),
    );
  return (
    <fieldset>
      <legend>Its configuration reads</legend>
      <ul className="plain">
        {w.reads.map((r) => (
          <li key={`${r.workspace} ${r.output} ${r.via}`}>
            <span>
              <code>
                {short(r.workspace)}.{r.output}
              </code>
            </span>
            <button
              type="button"
              className="button quiet"
              aria-label={`Stop reading ${short(r.workspace)}.${r.output}`}
              onClick={() => set({ reads: w.reads.filter((o) => o !== r) })}
            >
              Remove
            </button>
          </li>
        ))}
        {w.reads.length === 0 && <li className="faint">Nothing from elsewhere.</li>}
      </ul>
      {available.length > 0 && (
        <label className="row">
          Read also{' '}
          <select
            value=""
            onChange={(event) => {
              const [workspace, output] = event.target.value.split(' ');
              if (workspace !== undefined && output !== undefined)
                set({ reads: [...w.reads, { workspace, output, via: 'terraform_remote_state' }] });
            }}
          >
            <option value="">choose an output</option>
            {available.map((o) => (
              <option key={`${o.workspace} ${o.output}`} value={`${o.workspace} ${o.output}`}>
                {short(o.workspace)}.{o.output}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
