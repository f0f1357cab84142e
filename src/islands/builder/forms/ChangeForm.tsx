import { useState } from 'react';
import { ACTION_TYPES, parseActions } from '#model/scenario/action.ts';
import { EDIT_TYPES } from '#model/edits/index.ts';
import { editSchema } from '#model/level/editSchema.ts';
import { blankOf, type FormField } from '#model/parse/formField.ts';
import { ACTION_FIELDS, EDIT_FIELDS, SETTING_FIELDS } from '#model/level/form.ts';
import type { Problem } from '#model/parse/problem.ts';
import { parseWith } from '#model/parse/schema.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { DraftChange } from '#state/level/draft/levelDraft.ts';
import { SelectField } from './fields.tsx';
import { Members, SchemaField } from './SchemaField.tsx';
import { useBuilder, words } from '../useBuilder.ts';

/** An edit changes the set-up before anything happens; an action is done while the board is played. */
export type ChangeKind = 'edit' | 'action';

const fieldsOf = (kind: ChangeKind): Readonly<Record<string, FormField>> =>
  kind === 'edit' ? EDIT_FIELDS : ACTION_FIELDS;

/** What is wrong with an edit or action on this board. */
function problemsOf(kind: ChangeKind, change: DraftChange, layout: Layout): Problem[] {
  const parsed = kind === 'edit' ? parseWith(editSchema, change) : parseActions([change], layout, '');
  return parsed.ok ? [] : parsed.problems.map((p) => ({ ...p, path: p.path.replace(/^\[0\]\.?/, '') }));
}

/** A form for one edit or action, made from the schema of its type. */
export function ChangeForm({
  kind,
  given,
  name,
  done,
  cancel,
}: {
  kind: ChangeKind;
  /** What is changed; undefined: something new. */
  given?: DraftChange | undefined;
  name: string;
  done: (change: DraftChange) => void;
  cancel: () => void;
}) {
  const { layout } = useBuilder();
  const fields = fieldsOf(kind);
  const types: readonly string[] = kind === 'edit' ? EDIT_TYPES : ACTION_TYPES;
  const [change, setChange] = useState<DraftChange>(given ?? blankChange(fields, types[0] ?? ''));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const type = String(change['type']);
  const field = fields[type];
  const members = field?.kind === 'record' ? field.members : [];
  const oneField = kind === 'edit' && type === 'set';
  return (
    <form
      className="change-form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        const found = problemsOf(kind, change, layout);
        setProblems(found);
        if (found.length === 0) done(change);
      }}
    >
      <SelectField
        label="Type"
        value={type}
        options={types.map((one) => [one, words(one)] as const)}
        change={(next) => {
          setProblems([]);
          setChange(blankChange(fields, next));
        }}
      />
      <Members
        members={oneField ? members.filter((m) => m.name !== 'settings') : members}
        value={change}
        change={(next) => setChange(next as DraftChange)}
      />
      {oneField && (
        <OneSetting value={change['settings']} change={(settings) => setChange({ ...change, settings })} />
      )}
      <div className="row">
        <button type="submit" className="button primary">
          {given === undefined ? 'Add' : 'Take over'}
        </button>
        <button type="button" className="button" onClick={cancel}>
          Cancel
        </button>
      </div>
      <div role="alert">
        {problems.map(({ path, message }) => (
          <p className="problem" key={`${path} ${message}`}>
            {path === '' ? '' : `${words(path)} `}
            {message}.
          </p>
        ))}
      </div>
    </form>
  );
}

function blankChange(fields: Readonly<Record<string, FormField>>, type: string): DraftChange {
  const field = fields[type];
  return { ...(field === undefined ? {} : (blankOf(field) as DraftChange)), type };
}

/** One field of a workspace and its value: an edit is one change. */
function OneSetting({ value, change }: { value: unknown; change: (settings: object) => void }) {
  const [name = ''] = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const field = SETTING_FIELDS[name];
  return (
    <>
      <SelectField
        label="Field"
        value={name}
        options={Object.keys(SETTING_FIELDS).filter((one) => one !== 'locked')}
        change={(next) => {
          const chosen = SETTING_FIELDS[next];
          change(chosen === undefined ? {} : { [next]: blankOf(chosen) });
        }}
      />
      {field !== undefined && (
        <SchemaField
          name={name}
          field={field}
          value={Reflect.get(value as object, name)}
          change={(next) => change({ [name]: next })}
        />
      )}
    </>
  );
}
