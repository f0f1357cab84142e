import { useEffect, useId, useRef, useState } from 'react';
import { useNow } from '../controls/useNow.ts';

/** How many finds are listed. */
const SHOWN = 12;

/** Finds a workspace by a part of its name and puts the focus on it. */
export function Find({ close }: { close: (focus?: string) => void }) {
  const { ids, name } = useNow();
  const [text, setText] = useState('');
  const [wanted, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const base = useId();
  useEffect(() => input.current?.focus(), []);
  const found = ids.filter((id) => name(id).toLowerCase().includes(text.trim().toLowerCase()));
  const listed = found.slice(0, SHOWN);
  const at = Math.min(wanted, Math.max(0, listed.length - 1));
  return (
    // biome-ignore lint/a11y/useSemanticElements: it lies over the board, which stays as it is
    <div
      className="picker"
      role="search"
      aria-label="Find a workspace"
      onKeyDown={(event) => {
        event.stopPropagation();
        const count = Math.max(1, listed.length);
        if (event.target !== input.current) return;
        if (event.key === 'Enter') close(listed[at]);
        else if (event.key === 'ArrowDown') setAt((at + 1) % count);
        else if (event.key === 'ArrowUp') setAt((at - 1 + count) % count);
        else return;
        event.preventDefault();
      }}
    >
      <label className="picker-title" htmlFor={`${base}-input`}>
        Find a workspace
      </label>
      <input
        id={`${base}-input`}
        ref={input}
        role="combobox"
        aria-expanded={true}
        aria-controls={`${base}-list`}
        aria-activedescendant={listed.length === 0 ? undefined : `${base}-${at}`}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <div role="listbox" id={`${base}-list`} aria-label="Workspaces found" tabIndex={-1}>
        {listed.map((id, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field handles the keys for its options
          <div
            tabIndex={-1}
            key={id}
            id={`${base}-${i}`}
            role="option"
            aria-selected={i === at}
            onClick={() => close(id)}
          >
            {name(id)}
          </div>
        ))}
      </div>
      <p className="faint" role="status">
        {found.length === 0 ? 'None is called that.' : `${found.length} of ${ids.length}`}
      </p>
      <button type="button" className="button" onClick={() => close()}>
        Cancel
      </button>
    </div>
  );
}
