import { GOALS } from '#engine/levels/goals/index.ts';
import type { LeafKind } from '#engine/levels/goal.ts';
import { blankOf } from '#model/parse/formField.ts';
import { CHECK_FIELDS } from '#model/level/form.ts';
import { DraftItem, SelectField } from './fields.tsx';
import { Members } from './SchemaField.tsx';
import { replaced } from '../useBuilder.ts';

const KINDS = Object.keys(GOALS) as LeafKind[];
const GROUPS = { all: 'All of several checks', any: 'One of several checks', not: 'The opposite of a check' };
const OPTIONS = [
  ...KINDS.map((kind) => [kind, GOALS[kind].title] as const),
  ...Object.entries(GROUPS).map(([kind, title]) => [kind, title] as const),
];
type Given = Record<string, unknown>;
const asRecord = (value: unknown): Given =>
  typeof value === 'object' && value !== null ? (value as Given) : {};

/** A check of a goal: its kind, and the fields of that kind as the schema has them. */
export function CheckForm({ check, change }: { check: Given; change: (check: Given) => void }) {
  const [kind = ''] = Object.keys(check);
  const given = check[kind];
  const leaf = KINDS.find((known) => known === kind);
  const field = leaf === undefined ? null : CHECK_FIELDS[leaf];
  return (
    <div className="group">
      <SelectField
        label="Check"
        value={kind}
        options={OPTIONS}
        change={(next) => {
          const chosen = KINDS.find((known) => known === next);
          if (chosen !== undefined) change({ [chosen]: blankOf(CHECK_FIELDS[chosen]) });
          else if (next === 'not') change({ not: check });
          else if (next !== '') change({ [next]: kind === '' ? [] : Array.isArray(given) ? given : [check] });
        }}
      />
      {field?.kind === 'record' && (
        <Members members={field.members} value={given} change={(next) => change({ [kind]: next })} />
      )}
      {kind === 'not' && <CheckForm check={asRecord(given)} change={(next) => change({ not: next })} />}
      {(kind === 'all' || kind === 'any') && (
        <Several
          list={Array.isArray(given) ? given.map(asRecord) : []}
          change={(next) => change({ [kind]: next })}
        />
      )}
    </div>
  );
}

function Several({ list, change }: { list: readonly Given[]; change: (list: Given[]) => void }) {
  return (
    <>
      {list.map((one, i) => (
        <DraftItem
          // biome-ignore lint/suspicious/noArrayIndexKey: checks have no identity but their place
          key={i}
          name={`Check ${i + 1}`}
          remove={() => change(replaced(list, i, undefined))}
        >
          <CheckForm check={one} change={(next) => change(replaced(list, i, next))} />
        </DraftItem>
      ))}
      <button type="button" className="button" onClick={() => change([...list, {}])}>
        New check
      </button>
    </>
  );
}
