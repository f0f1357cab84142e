import { isSwitch, type Knob, type KnobSettings } from './knob.ts';

interface Props {
  knobs: readonly Knob[];
  settings: KnobSettings;
  disabled: boolean;
  onTurn: (key: string, option: number) => void;
}

/** The settings that the reader may change before playing. */
export function Knobs({ knobs, settings, disabled, onTurn }: Props) {
  if (knobs.length === 0) return null;
  return (
    <fieldset className="knobs" disabled={disabled}>
      <legend className="eyebrow">Change a setting</legend>
      {knobs.map((knob) => {
        const chosen = settings[knob.key] ?? knob.initial;
        return isSwitch(knob) ? (
          <label key={knob.key} className="knob">
            <input
              type="checkbox"
              checked={chosen === 1}
              onChange={(event) => onTurn(knob.key, event.target.checked ? 1 : 0)}
            />
            <Words knob={knob} />
          </label>
        ) : (
          <label key={knob.key} className="knob knob-list">
            <Words knob={knob} />
            <select value={chosen} onChange={(event) => onTurn(knob.key, Number(event.target.value))}>
              {knob.options.map((option, i) => (
                <option key={option.label} value={i}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </fieldset>
  );
}

function Words({ knob }: { knob: Knob }) {
  return (
    <span>
      {knob.label}: <code>{knob.code}</code>
    </span>
  );
}
