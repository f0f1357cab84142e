import { memo } from 'react';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import { SelectedMark } from '../SelectedMark.tsx';
import type { Box } from './boxes.ts';

interface Props {
  box: Box;
  onFocus: (id: string) => void;
}

/** A workspace as the canvas shows it: a button. */
export const WorkspaceNode = memo(function WorkspaceNode({ box, onFocus }: Props) {
  const { id, view, focused, selected, bare } = box;
  return (
    <button
      type="button"
      className="station"
      data-station={id}
      data-bare={bare ? true : undefined}
      data-mode={view.mode}
      data-selected={selected ? true : undefined}
      aria-current={focused ? 'true' : undefined}
      tabIndex={focused ? 0 : -1}
      onFocus={() => onFocus(id)}
      onClick={() => onFocus(id)}
    >
      <span className="visually-hidden">{selected ? `Selected: ${view.label}` : view.label}</span>
      {!bare && selected && <SelectedMark />}
      {!bare && (
        <>
          <span className="station-head" aria-hidden="true">
            <strong>{view.name}</strong>
            <span className="station-mode">{view.locked ? `${view.mode}, locked` : view.mode}</span>
          </span>
          <span className="station-switches" aria-hidden="true">
            <span data-on={view.autoApply}>auto-apply {view.autoApply ? 'on' : 'off'}</span>
            <span data-on={view.autoApplyRunTrigger}>
              triggered runs {view.autoApplyRunTrigger ? 'on' : 'off'}
            </span>
          </span>
          <span className="station-run" aria-hidden="true">
            {view.status === null ? (
              <span className="faint">no runs yet</span>
            ) : (
              <StatusMark status={view.status} waitingFor={view.waitingFor} />
            )}
          </span>
        </>
      )}
    </button>
  );
});

/** The same in its place, with the marks where triggers begin and end, before they can be drawn. */
export const StillBox = memo(function StillBox({ box, onFocus }: Props) {
  const { x, y } = box.place;
  return (
    <div className="box" style={{ transform: `translate(${x}px, ${y}px)` }}>
      {!box.bare && <span className="grip" data-side="in" />}
      <WorkspaceNode box={box} onFocus={onFocus} />
      {!box.bare && <span className="grip" data-side="out" />}
    </div>
  );
});
