import { memo } from 'react';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import type { Place } from './arrange.ts';
import { SelectedMark } from './SelectedMark.tsx';
import type { StationView } from './stations.ts';

interface Props extends StationView {
  place: Place;
  focused: boolean;
  /** One of several that copy, duplicate and delete are about. */
  selected: boolean;
  /** Without anything to see, where a picture of the board shows it (`picture.ts`). */
  bare: boolean;
  onFocus: (id: string) => void;
}

/** A workspace on the canvas: a button, with a grip on each side where a trigger begins or ends. */
function StationBox(props: Props) {
  const {
    id,
    name,
    mode,
    locked,
    autoApply,
    autoApplyRunTrigger,
    status,
    place,
    focused,
    selected,
    bare,
    onFocus,
  } = props;
  return (
    <div className="box" data-box={id} style={{ transform: `translate(${place.x}px, ${place.y}px)` }}>
      {!bare && <span className="grip" data-side="in" />}
      <button
        type="button"
        className="station"
        data-station={id}
        data-bare={bare ? true : undefined}
        data-mode={mode}
        data-selected={selected ? true : undefined}
        aria-current={focused ? 'true' : undefined}
        tabIndex={focused ? 0 : -1}
        onFocus={() => onFocus(id)}
        onClick={() => onFocus(id)}
      >
        <span className="visually-hidden">{selected ? `Selected: ${props.label}` : props.label}</span>
        {!bare && selected && <SelectedMark />}
        {!bare && (
          <>
            <span className="station-head" aria-hidden="true">
              <strong>{name}</strong>
              <span className="station-mode">{locked ? `${mode}, locked` : mode}</span>
            </span>
            <span className="station-switches" aria-hidden="true">
              <span data-on={autoApply}>auto-apply {autoApply ? 'on' : 'off'}</span>
              <span data-on={autoApplyRunTrigger}>triggered runs {autoApplyRunTrigger ? 'on' : 'off'}</span>
            </span>
            <span className="station-run" aria-hidden="true">
              {status === null ? (
                <span className="faint">no runs yet</span>
              ) : (
                <StatusMark status={status} waitingFor={props.waitingFor} />
              )}
            </span>
          </>
        )}
      </button>
      {!bare && <span className="grip" data-side="out" />}
    </div>
  );
}

export const Station = memo(
  StationBox,
  (a, b) =>
    a.label === b.label &&
    a.focused === b.focused &&
    a.selected === b.selected &&
    a.bare === b.bare &&
    a.id === b.id &&
    a.status === b.status &&
    a.waitingFor === b.waitingFor &&
    a.place.x === b.place.x &&
    a.place.y === b.place.y &&
    a.onFocus === b.onFocus,
);
