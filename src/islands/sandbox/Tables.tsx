import { useState } from 'react';
import { EXECUTION_MODES, idOf } from '#model/layout.ts';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import { currentRun, short, startRun, useSandbox } from './useSandbox.ts';

/** The whole board in native tables and form controls: everything the canvas does, without drawing. */
export function Tables() {
  const seen = useSandbox();
  const { state, moment, sandbox } = seen;
  const ids = state.scenario.layout.workspaces.map(idOf);
  const [source, setSource] = useState(ids[0] ?? '');
  const [target, setTarget] = useState(ids[1] ?? '');
  const known = ids.includes(source) && ids.includes(target);
  const refusal = known ? sandbox.verdict(source, target) : null;
  return (
    <div className="tables">
      <h3>Workspaces</h3>
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="scroll" role="region" aria-label="Workspaces table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Execution mode</th>
              <th scope="col">Auto-apply</th>
              <th scope="col">Triggered runs</th>
              <th scope="col">Status</th>
              <th scope="col">Run</th>
            </tr>
          </thead>
          <tbody>
            {ids.map((id) => {
              const w = moment.workspaces.get(id);
              const run = currentRun(moment, id);
              if (w === undefined) return null;
              return (
                <tr key={id}>
                  <th scope="row">
                    <button type="button" className="link" onClick={() => sandbox.focus(id)}>
                      {w.name}
                    </button>
                  </th>
                  <td>
                    <select
                      aria-label={`Execution mode of ${w.name}`}
                      value={w.execution_mode}
                      onChange={(event) => {
                        const mode = EXECUTION_MODES.find((known) => known === event.target.value);
                        if (mode !== undefined)
                          sandbox.edit({ type: 'set', workspace: id, settings: { execution_mode: mode } });
                      }}
                    >
                      {EXECUTION_MODES.map((mode) => (
                        <option key={mode}>{mode}</option>
                      ))}
                    </select>
                  </td>
                  {(['auto_apply', 'auto_apply_run_trigger'] as const).map((field) => (
                    <td key={field}>
                      <input
                        type="checkbox"
                        aria-label={`${field} of ${w.name}`}
                        checked={w[field]}
                        onChange={(event) =>
                          sandbox.edit({
                            type: 'set',
                            workspace: id,
                            settings: { [field]: event.target.checked },
                          })
                        }
                      />
                    </td>
                  ))}
                  <td>
                    {run === null ? (
                      'no runs'
                    ) : (
                      <StatusMark status={run.status} waitingFor={run.waiting_for} />
                    )}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="button"
                      aria-label={`Start run in ${w.name}`}
                      onClick={() => startRun(seen, id)}
                    >
                      Start
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <h3>Run triggers</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Downstream</th>
            <th scope="col">Action</th>
          </tr>
        </thead>
        <tbody>
          {moment.triggers.map((t) => (
            <tr key={`${t.sourceable} ${t.workspace}`}>
              <td>{short(t.sourceable)}</td>
              <td>{short(t.workspace)}</td>
              <td>
                <button
                  type="button"
                  className="button"
                  aria-label={`Remove trigger from ${short(t.sourceable)} to ${short(t.workspace)}`}
                  onClick={() => sandbox.edit({ type: 'delete_run_trigger', ...t })}
                >
                  Remove
                </button>
              </td>
            </tr>
          ))}
          {moment.triggers.length === 0 && (
            <tr>
              <td colSpan={3}>No workspace names a source yet.</td>
            </tr>
          )}
        </tbody>
      </table>
      <div className="add-trigger">
        <label>
          Source{' '}
          <select value={source} onChange={(e) => setSource(e.target.value)}>
            {ids.map((id) => (
              <option key={id} value={id}>
                {short(id)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Downstream{' '}
          <select value={target} onChange={(e) => setTarget(e.target.value)}>
            {ids.map((id) => (
              <option key={id} value={id}>
                {short(id)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button primary"
          disabled={!known}
          onClick={() =>
            sandbox.edit({ type: 'create_run_trigger', sourceable: source, workspace: target }) &&
            sandbox.say(`${short(source)} now triggers ${short(target)}.`)
          }
        >
          Add trigger
        </button>
        <p aria-live="polite">
          {!known
            ? 'Choose both.'
            : refusal === null
              ? 'Allowed.'
              : `Refused, ${refusal.rule}: ${refusal.message}`}
        </p>
      </div>
    </div>
  );
}
