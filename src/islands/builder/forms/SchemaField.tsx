import { blankOf, fixedIn, type FormField, type FormMember, variantOf } from '#model/parse/formField.ts';
import { SETTING_FIELDS } from '#model/level/form.ts';
import { AddFrom, CheckField, ManyField, NumberField, SelectField, Small, TextField } from './fields.tsx';
import { namesFor, replaced, useBuilder, words } from '../useBuilder.ts';

interface Props {
  name: string;
  field: FormField;
  value: unknown;
  change: (value: unknown) => void;
  optional?: boolean;
  fallback?: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Native controls for whatever a schema of the model asks for. */
export function SchemaField({ name, field, value, change, optional = false, fallback }: Props) {
  const { layout } = useBuilder();
  const label = words(name);
  switch (field.kind) {
    case 'text': {
      const known = namesFor(name, layout);
      const given = typeof value === 'string' ? value : '';
      const take = (next: string) => change(next === '' && (optional || known !== null) ? undefined : next);
      if (known === null) return <TextField label={label} value={given} change={take} />;
      const none = name === 'as' ? 'an owner' : optional ? 'not given' : undefined;
      return (
        <SelectField
          label={label}
          value={given}
          options={known}
          change={take}
          {...(none === undefined ? {} : { none })}
        />
      );
    }
    case 'number':
      return (
        <NumberField label={label} value={typeof value === 'number' ? value : undefined} change={change} />
      );
    case 'flag':
      return <CheckField label={label} checked={(value ?? fallback) === true} change={change} />;
    case 'choice': {
      const shown = value ?? fallback;
      return (
        <SelectField
          label={label}
          value={typeof shown === 'string' ? shown : ''}
          options={field.values}
          change={(next) => change(next === '' ? undefined : next)}
          {...(optional && fallback === undefined ? { none: 'any' } : {})}
        />
      );
    }
    case 'nullable':
      return (
        <div className="group">
          <CheckField
            label={`${label}: none`}
            checked={value === null}
            change={(none) => change(none ? null : blankOf(field.inner))}
          />
          {value !== null && (
            <SchemaField name={name} field={field.inner} value={value} change={change} optional={optional} />
          )}
        </div>
      );
    case 'list':
      return <ListField name={name} item={field.item} value={value} change={change} />;
    case 'variants': {
      const variant = variantOf(field, value) ?? field.of[0];
      if (variant === undefined) return null;
      return (
        <div className="group">
          <SelectField
            label={words(field.by)}
            value={String(fixedIn(variant, field.by))}
            options={field.of.map((one) => String(fixedIn(one, field.by)))}
            change={(kind) =>
              change(blankOf(field.of.find((one) => String(fixedIn(one, field.by)) === kind) ?? variant))
            }
          />
          <Members members={variant.kind === 'record' ? variant.members : []} value={value} change={change} />
        </div>
      );
    }
    case 'record':
      return (
        <fieldset className="group">
          <legend>{label}</legend>
          {field.members.length > 5 && field.members.every((m) => m.optional && m.fallback === undefined) ? (
            <SomeMembers members={field.members} value={value} change={change} />
          ) : (
            <Members members={field.members} value={value} change={change} />
          )}
        </fieldset>
      );
    case 'fixed':
    case 'any':
      return null;
  }
}

/** Every member of a record, each with its own control. */
export function Members({
  members,
  value,
  change,
}: {
  members: readonly FormMember[];
  value: unknown;
  change: (value: unknown) => void;
}) {
  const given = isRecord(value) ? value : {};
  return members.map(({ name, field, optional, fallback }) => {
    const { field: about } = given;
    // What a setting `is` depends on the field that it is about.
    const own = field.kind === 'any' ? SETTING_FIELDS[String(about)] : field;
    if (own === undefined || own.kind === 'fixed') return null;
    return (
      <SchemaField
        key={`${name} ${field.kind === 'any' ? String(about) : ''}`}
        name={name}
        field={own}
        value={given[name]}
        change={(next) => change(withMember(given, name, next))}
        optional={optional}
        fallback={fallback}
      />
    );
  });
}

/** Of many members that may be left out only those that are given, and a list to add from. */
function SomeMembers({ members, value, change }: Parameters<typeof Members>[0]) {
  const given = isRecord(value) ? value : {};
  const rest = members.filter(({ name }) => given[name] === undefined);
  return (
    <>
      {members
        .filter(({ name }) => given[name] !== undefined)
        .map((member) => (
          <div className="row" key={member.name}>
            <Members members={[member]} value={given} change={change} />
            <Small
              label={`Leave out ${words(member.name)}`}
              words="Leave out"
              press={() => change(withMember(given, member.name, undefined))}
            />
          </div>
        ))}
      <AddFrom
        label="Another field"
        options={rest.map(({ name }) => name)}
        add={(name) => {
          const member = rest.find((m) => m.name === name);
          if (member !== undefined) change({ ...given, [name]: blankOf(member.field) });
        }}
      />
    </>
  );
}

function ListField({ name, item, value, change }: Omit<Props, 'field'> & { item: FormField }) {
  const { layout } = useBuilder();
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const known = item.kind === 'choice' ? item.values : item.kind === 'text' ? namesFor(name, layout) : null;
  if (known !== null)
    return (
      <ManyField
        legend={words(name)}
        values={list.filter((one) => typeof one === 'string')}
        options={known}
        change={change}
        none="The board has none."
      />
    );
  return (
    <fieldset className="group">
      <legend>{words(name)}</legend>
      {list.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
        <div className="row" key={i}>
          <SchemaField
            name={`${name} ${i + 1}`}
            field={item}
            value={one}
            change={(next) => change(replaced(list, i, next ?? ''))}
          />
          <Small
            label={`Remove ${words(name)} ${i + 1}`}
            words="Remove"
            press={() => change(replaced(list, i, undefined))}
          />
        </div>
      ))}
      <button type="button" className="button" onClick={() => change([...list, blankOf(item)])}>
        Add to {name.replaceAll('_', ' ')}
      </button>
    </fieldset>
  );
}

function withMember(record: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...rest } = record;
  return value === undefined ? rest : { ...record, [name]: value };
}
