import { useId, useState } from 'react';
import { describeRefusal } from '#state/board/refusal.ts';
import { describeInputProblem, type Made } from './made.ts';
import { type Option, optionValue, Select } from './Select.tsx';
import { useCommands } from './useCommands.ts';

export interface AddFormField {
  name: string;
  label: string;
  /** Without options it is a text. */
  options?: readonly Option[];
}
export type Values = Readonly<Record<string, string>>;

/** Something new from a few fields; what it would come to is said before it is done. */
export function AddForm({
  name,
  submit,
  fields,
  makes,
  verdict,
}: {
  name: string;
  submit: string;
  fields: readonly AddFormField[] | ((values: Values) => readonly AddFormField[]);
  makes: (values: Values) => Made;
  verdict?: (values: Values) => { ok: boolean; words: string } | null;
}) {
  const { reasonAgainst, run, complain } = useCommands();
  const [given, setGiven] = useState<Values>({});
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const list = typeof fields === 'function' ? fields(given) : fields;
  const values = Object.fromEntries(
    list.map(({ name: key, options }) => {
      const value = given[key];
      if (options === undefined) return [key, value ?? ''];
      const known = options.some((option) => optionValue(option) === value);
      const [first] = options;
      return [key, known && value !== undefined ? value : first === undefined ? '' : optionValue(first)];
    }),
  );
  const found = makes(values);
  const reason = found.ok ? reasonAgainst(found.value) : null;
  const judged = problem === null && reason === null ? (verdict?.(values) ?? null) : null;
  return (
    <form
      className="add-form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (!found.ok) {
          setProblem(describeInputProblem(found.problem));
          complain(found.problem);
          return;
        }
        const done = run(found.value);
        setProblem(done.ok ? null : describeRefusal(done.refusal).message);
        if (done.ok)
          setGiven((before) =>
            Object.fromEntries(
              Object.entries(before).filter(([key]) =>
                list.some((f) => f.name === key && f.options !== undefined),
              ),
            ),
          );
      }}
    >
      {list.map((field) => (
        <span className="form-field" key={field.name}>
          <label htmlFor={`${id}-${field.name}`}>{field.label}</label>{' '}
          {field.options === undefined ? (
            <input
              id={`${id}-${field.name}`}
              name={field.name}
              autoComplete="off"
              spellCheck={false}
              value={values[field.name] ?? ''}
              onChange={(event) => {
                setProblem(null);
                setGiven({ ...given, [field.name]: event.target.value });
              }}
            />
          ) : (
            <Select
              id={`${id}-${field.name}`}
              value={values[field.name] ?? ''}
              options={field.options}
              onChange={(event) => {
                setProblem(null);
                setGiven({ ...given, [field.name]: event.target.value });
              }}
            />
          )}
        </span>
      ))}
      <button
        type="submit"
        className="button primary"
        disabled={reason !== null}
        {...(reason === null ? {} : { title: reason })}
      >
        {submit}
      </button>
      <p
        aria-live={problem === null ? 'polite' : 'off'}
        className={problem === null ? 'verdict' : 'problem'}
        data-ok={judged?.ok}
      >
        {problem ?? reason ?? judged?.words ?? ''}
      </p>
    </form>
  );
}
