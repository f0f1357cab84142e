import { Handle, type NodeProps, Position } from '@xyflow/react';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import { nodeName } from './nodeName.ts';
import { currentRun, useSandbox } from './useSandbox.ts';

/** A workspace on the canvas: a button, with a place on each side where a trigger begins or ends. */
export function Station({ id, data }: NodeProps) {
  const { state, moment, sandbox } = useSandbox();
  const w = moment.workspaces.get(id);
  if (w === undefined) return null;
  const run = currentRun(moment, id);
  const order = Array.isArray(data['order']) ? data['order'].map(String) : [];
  return (
    <>
      <Handle type="target" position={Position.Left} aria-hidden="true" />
      <button
        type="button"
        className="station"
        data-station={id}
        data-mode={w.execution_mode}
        aria-current={state.focused === id ? 'true' : undefined}
        tabIndex={state.focused === id ? 0 : -1}
        onFocus={() => sandbox.focus(id)}
        onClick={() => sandbox.focus(id)}
      >
        <span className="visually-hidden">{nodeName(moment, id, order)}</span>
        <span className="station-head" aria-hidden="true">
          <strong>{w.name}</strong>
          <span className="station-mode">
            {moment.locks.has(id) ? `${w.execution_mode}, locked` : w.execution_mode}
          </span>
        </span>
        <span className="station-switches" aria-hidden="true">
          <span data-on={w.auto_apply}>auto-apply {w.auto_apply ? 'on' : 'off'}</span>
          <span data-on={w.auto_apply_run_trigger}>
            triggered runs {w.auto_apply_run_trigger ? 'on' : 'off'}
          </span>
        </span>
        <span className="station-run" aria-hidden="true">
          {run === null ? (
            <span className="faint">no runs yet</span>
          ) : (
            <StatusMark status={run.status} waitingFor={run.waiting_for} />
          )}
        </span>
      </button>
      <Handle type="source" position={Position.Right} aria-hidden="true" />
    </>
  );
}
