import { useRef, useState } from 'react';
import { startOrder } from '#quiz/types/order.ts';
import type { FieldsOf } from './fieldProps.ts';
import { plainText, RichLine } from './RichText.tsx';

/** Things with buttons that move them; the focus stays with the thing that is moved. */
export function OrderFields({
  question,
  form,
  answer,
  onChange,
  disabled,
  checked,
  seed,
}: FieldsOf<'order'>) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const given = answer.kind === 'order' ? answer.things : [];
  const things = given.length > 0 ? given : startOrder(form.things, seed, question.id);
  const textOf = (id: string) => form.things.find((thing) => thing.id === id)?.text ?? id;
  // An order that nobody gave is the one in which the things were shown: no answer, so nothing in it is marked.
  const marked = checked && given.length > 0;
  const move = (id: string, from: number, by: number) => {
    const next = [...things];
    next.splice(from, 1);
    next.splice(from + by, 0, id);
    onChange({ kind: 'order', things: next });
    setSaid(`${plainText(textOf(id))}: now ${from + by + 1} of ${next.length}`);
    const wanted = by < 0 ? 'up' : 'down';
    // The end of the list disables the button that was pressed: the other one takes over.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-thing="${CSS.escape(id)}"]`);
      const live = [...(buttons ?? [])].filter((button) => !button.disabled);
      (live.find((button) => button.dataset['by'] === wanted) ?? live[0])?.focus();
    });
  };
  return (
    <>
      {checked && !marked && (
        <p className="quiz-hint">This is the order in which they were shown. You didn’t answer.</p>
      )}
      <ol className="quiz-order" ref={list}>
        {things.map((id, i) => {
          const right = form.things[i]?.id === id;
          return (
            <li key={id} data-state={marked ? (right ? 'right' : 'wrong') : undefined}>
              <span className="quiz-number">{i + 1}</span>
              <span>
                <RichLine text={textOf(id)} />
                {marked && <span className="quiz-mark">{right ? '✓ In place' : '✗ Not in place'}</span>}
              </span>
              {!disabled && (
                <span className="quiz-moves">
                  {(
                    [
                      ['up', -1, '↑'],
                      ['down', 1, '↓'],
                    ] as const
                  ).map(([way, by, sign]) => (
                    <button
                      key={way}
                      type="button"
                      className="button"
                      data-thing={id}
                      data-by={way}
                      disabled={by < 0 ? i === 0 : i === things.length - 1}
                      onClick={() => move(id, i, by)}
                      aria-label={`Move ${way}: ${plainText(textOf(id))}`}
                    >
                      {sign}
                    </button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {!disabled && given.length === 0 && (
        <p>
          <button type="button" className="button" onClick={() => onChange({ kind: 'order', things })}>
            This order is right
          </button>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
