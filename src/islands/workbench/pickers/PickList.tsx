import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface PickOption {
  key: string;
  /** What typing finds, and what is first. */
  name: string;
  ok: boolean;
  words: string;
}

/** A list of which one is chosen by arrows, by typing or by a tap; each option says its place and its verdict. */
export function PickList({
  title,
  options,
  empty,
  choose,
  close,
  onKey,
  children,
}: {
  title: string;
  options: readonly PickOption[];
  empty: string;
  choose: (option: PickOption) => void;
  close: () => void;
  /** A further key on an option. @returns whether it did something */
  onKey?: (key: string, option: PickOption) => boolean;
  children?: ReactNode;
}) {
  const [wanted, setAt] = useState(0);
  const at = Math.min(wanted, Math.max(0, options.length - 1));
  const typed = useRef({ text: '', when: 0 });
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${base}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [base, at]);
  const count = Math.max(1, options.length);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const option = options[at];
    event.stopPropagation();
    if (event.target !== list.current) return;
    if (key === 'Enter' || key === ' ') {
      if (option !== undefined) choose(option);
    } else if (key === 'ArrowDown' || key === 'ArrowRight') setAt((at + 1) % count);
    else if (key === 'ArrowUp' || key === 'ArrowLeft') setAt((at - 1 + count) % count);
    else if (key === 'Home') setAt(0);
    else if (key === 'End') setAt(count - 1);
    else if (option !== undefined && onKey?.(key, option) === true) setAt(at);
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const text = event.timeStamp - typed.current.when < 900 ? typed.current.text + key : key;
      typed.current = { text, when: event.timeStamp };
      const found = options.findIndex(({ name }) => name.toLowerCase().startsWith(text.toLowerCase()));
      if (found >= 0) setAt(found);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="picker" role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <p className="picker-title">{title}</p>
      {options.length === 0 && <p>{empty}</p>}
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={title}
        aria-activedescendant={options.length === 0 ? undefined : `${base}-${at}`}
      >
        {options.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys for its options
          <div
            tabIndex={-1}
            key={option.key}
            id={`${base}-${i}`}
            role="option"
            aria-selected={i === at}
            aria-posinset={i + 1}
            aria-setsize={options.length}
            onClick={() => choose(option)}
          >
            <strong>{option.name}</strong>
            <span className="visually-hidden">
              , {i + 1} of {options.length},
            </span>{' '}
            <span className="verdict" data-ok={option.ok}>
              {option.words}
            </span>
          </div>
        ))}
      </div>
      {children}
      <button type="button" className="button" onClick={close}>
        Cancel
      </button>
    </div>
  );
}
