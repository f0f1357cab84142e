import { type ReactNode, useId, useState } from 'react';

/** A text with its label; long ones get a box of lines. */
export function TextField({
  label,
  value,
  change,
  lines = 1,
  hint,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  lines?: number;
  hint?: string;
}) {
  const id = useId();
  const shared = {
    id,
    value,
    autoComplete: 'off',
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => change(event.target.value)} />
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A whole number; an empty field is `undefined`. */
export function NumberField({
  label,
  value,
  change,
  least = 0,
}: {
  label: string;
  value: number | undefined;
  change: (value: number | undefined) => void;
  least?: number;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={least}
        step={1}
        value={value ?? ''}
        onChange={({ target }) => change(target.value === '' ? undefined : Number(target.value))}
      />
    </div>
  );
}

/** One of a list; `none` is what the empty choice is called, left out where there must be one. */
export function SelectField({
  label,
  value,
  options,
  change,
  none,
}: {
  label: string;
  value: string;
  options: readonly (string | readonly [value: string, label: string])[];
  change: (value: string) => void;
  none?: string;
}) {
  const id = useId();
  const pairs = options.map((option) => (typeof option === 'string' ? [option, option] : option));
  const strange = value !== '' && pairs.every(([known]) => known !== value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => change(event.target.value)}>
        {(none !== undefined || value === '') && <option value="">{none ?? 'choose'}</option>}
        {strange && <option value={value}>{value} (not on the board)</option>}
        {pairs.map(([known, shown]) => (
          <option key={known} value={known}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}

export function CheckField({
  label,
  checked,
  change,
}: {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
}) {
  return (
    <label className="check-field">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
      {label}
    </label>
  );
}

/** Several of a list, as check boxes. */
export function ManyField({
  legend,
  values,
  options,
  change,
  none,
}: {
  legend: string;
  values: readonly string[];
  options: readonly string[];
  change: (values: string[]) => void;
  /** Said where there is nothing to choose. */
  none: string;
}) {
  const all = [...options, ...values.filter((value) => !options.includes(value))];
  return (
    <fieldset className="many">
      <legend>{legend}</legend>
      {all.length === 0 && <p className="hint">{none}</p>}
      {all.map((option) => (
        <CheckField
          key={option}
          label={options.includes(option) ? option : `${option} (not on the board)`}
          checked={values.includes(option)}
          change={(on) => change(on ? [...values, option] : values.filter((value) => value !== option))}
        />
      ))}
    </fieldset>
  );
}

/** A part of the draft that is in a list: a name, what is in it, and what can be done with it. */
export function DraftItem({
  name,
  remove,
  up,
  down,
  children,
}: {
  name: string;
  remove: () => void;
  up?: (() => void) | undefined;
  down?: (() => void) | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset className="item">
      <legend>{name}</legend>
      {children}
      <p className="row">
        {up !== undefined && <Small label={`Move ${name} up`} words="Up" press={up} />}
        {down !== undefined && <Small label={`Move ${name} down`} words="Down" press={down} />}
        <Small label={`Remove ${name}`} words="Remove" press={remove} />
      </p>
    </fieldset>
  );
}

export const Small = ({ label, words, press }: { label: string; words: string; press: () => void }) => (
  <button type="button" className="button quiet" aria-label={label} onClick={press}>
    {words}
  </button>
);

/** A list to add from. Choosing alone adds nothing: a person with a keyboard goes through the choices first. */
export function AddFrom({
  label,
  options,
  add,
}: {
  label: string;
  options: readonly (string | readonly [value: string, label: string])[];
  add: (value: string) => void;
}) {
  const [value, setValue] = useState('');
  return (
    <div className="row">
      <SelectField label={label} value={value} options={options} change={setValue} none="choose" />
      <button
        type="button"
        className="button"
        aria-label={`Add: ${label}`}
        disabled={value === ''}
        onClick={() => {
          add(value);
          setValue('');
        }}
      >
        Add
      </button>
    </div>
  );
}
