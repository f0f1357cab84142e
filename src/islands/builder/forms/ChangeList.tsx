import { useEffect, useRef, useState } from 'react';
import { parseActions } from '#model/scenario/action.ts';
import { describeEdit } from '#model/edits/index.ts';
import { editSchema } from '#model/level/editSchema.ts';
import type { Layout } from '#model/layout/layout.ts';
import { parseWith } from '#model/parse/schema.ts';
import { describeAction } from '#model/scenario/describeAction.ts';
import type { DraftChange } from '#state/level/draft/levelDraft.ts';
import { ChangeForm, type ChangeKind } from './ChangeForm.tsx';
import { AddFrom, Small } from './fields.tsx';
import { moved, replaced, useBuilder } from '../useBuilder.ts';

/** What an edit or action says; of one that cannot be read, its text. */
function wordsOf(kind: ChangeKind, change: DraftChange, layout: Layout): { text: string; broken: boolean } {
  if (kind === 'edit') {
    const edit = parseWith(editSchema, change);
    if (edit.ok) return { text: describeEdit(edit.value), broken: false };
  } else {
    const actions = parseActions([change], layout);
    const [action] = actions.ok ? actions.value : [];
    if (action !== undefined) return { text: describeAction(action), broken: false };
  }
  return { text: JSON.stringify(change), broken: true };
}

/** Edits or actions, a row each; new ones by a form, or taken from those that are offered. */
export function ChangeList({
  kind,
  legend,
  list,
  change,
  offered,
}: {
  kind: ChangeKind;
  legend: string;
  list: readonly DraftChange[];
  change: (list: DraftChange[]) => void;
  /** What the palette has; undefined where this is the palette, or nothing of it. */
  offered?: readonly DraftChange[];
}) {
  const { layout } = useBuilder();
  /** The row that is open, `list.length` for a new one. */
  const [open, setOpen] = useState<number | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const was = useRef(open);
  useEffect(() => {
    if (was.current === open) return;
    const target = open === null ? '[data-add]' : '.change-form select';
    was.current = open;
    box.current?.querySelector<HTMLElement>(target)?.focus();
  }, [open]);
  const noun = kind === 'edit' ? 'edit' : 'action';
  const left = (offered ?? []).filter(
    (one) => !list.some((other) => JSON.stringify(other) === JSON.stringify(one)),
  );
  return (
    <fieldset className="changes" ref={box}>
      <legend>{legend}</legend>
      {list.length > 0 && (
        <ol>
          {list.map((one, i) => {
            const { text, broken } = wordsOf(kind, one, layout);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <li key={i}>
                {open === i ? (
                  <ChangeForm
                    kind={kind}
                    name={`${legend}: change ${noun} ${i + 1}`}
                    given={one}
                    done={(next) => {
                      change(replaced(list, i, next));
                      setOpen(null);
                    }}
                    cancel={() => setOpen(null)}
                  />
                ) : (
                  <div className="row">
                    <span className="change-words">
                      {broken && <strong>Cannot be read: </strong>}
                      {text}
                    </span>
                    <Small label={`Change: ${text}`} words="Change" press={() => setOpen(i)} />
                    {i > 0 && (
                      <Small
                        label={`Move up: ${text}`}
                        words="Up"
                        press={() => change(moved(list, i, i - 1))}
                      />
                    )}
                    <Small
                      label={`Remove: ${text}`}
                      words="Remove"
                      press={() => {
                        change(replaced(list, i, undefined));
                        box.current?.querySelector<HTMLElement>('[data-add]')?.focus();
                      }}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {open === list.length && (
        <ChangeForm
          kind={kind}
          name={`${legend}: new ${noun}`}
          done={(next) => {
            change([...list, next]);
            setOpen(null);
          }}
          cancel={() => setOpen(null)}
        />
      )}
      {left.length > 0 && (
        <AddFrom
          label={`An ${noun} of the palette`}
          options={left.map((one, i) => [String(i), wordsOf(kind, one, layout).text] as const)}
          add={(at) => {
            const one = left[Number(at)];
            if (one !== undefined) change([...list, one]);
          }}
        />
      )}
      <button
        type="button"
        className="button"
        data-add
        hidden={open === list.length}
        onClick={() => setOpen(list.length)}
      >
        New {noun}
      </button>
    </fieldset>
  );
}
