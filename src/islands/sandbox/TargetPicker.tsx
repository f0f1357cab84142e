import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { idOf } from '#model/layout.ts';
import { type Picking, short, useSandbox } from './useSandbox.ts';

/** Chooses the other end of a trigger; each candidate says before Enter whether it would be allowed. */
export function TargetPicker({ picking, close }: { picking: Picking; close: () => void }) {
  const { state, sandbox } = useSandbox();
  const [at, setAt] = useState(0);
  const typed = useRef({ text: '', when: 0 });
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const from = picking.direction === 'from';
  const candidates = state.scenario.layout.workspaces.map(idOf).filter((id) => id !== picking.id);
  const ends = (id: string) => (from ? ([picking.id, id] as const) : ([id, picking.id] as const));
  const options = candidates.map((id) => ({ id, refusal: sandbox.verdict(...ends(id)) }));
  useEffect(() => list.current?.focus(), []);
  const choose = (id: string) => {
    const [sourceable, workspace] = ends(id);
    if (sandbox.edit({ type: 'create_run_trigger', sourceable, workspace })) {
      sandbox.say(`${short(sourceable)} now triggers ${short(workspace)}.`);
    }
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    event.stopPropagation();
    if (key === 'Escape') close();
    else if (key === 'Enter' || key === ' ') {
      const option = options[at];
      if (option !== undefined) choose(option.id);
    } else if (key === 'ArrowDown' || key === 'ArrowRight') setAt((at + 1) % Math.max(1, options.length));
    else if (key === 'ArrowUp' || key === 'ArrowLeft')
      setAt((at - 1 + options.length) % Math.max(1, options.length));
    else if (key === 'Home') setAt(0);
    else if (key === 'End') setAt(options.length - 1);
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey) {
      const text = event.timeStamp - typed.current.when < 900 ? typed.current.text + key : key;
      typed.current = { text, when: event.timeStamp };
      const found = options.findIndex(({ id }) => short(id).startsWith(text.toLowerCase()));
      if (found >= 0) setAt(found);
    } else return;
    event.preventDefault();
  };
  const title = from
    ? `${short(picking.id)} triggers which workspace?`
    : `${short(picking.id)} runs after which workspace?`;
  return (
    <div className="picker" role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <p className="picker-title">{title}</p>
      <div ref={list} role="listbox" tabIndex={0} aria-label={title} aria-activedescendant={`${base}-${at}`}>
        {options.map(({ id, refusal }, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys for its options
          <div
            tabIndex={-1}
            key={id}
            id={`${base}-${i}`}
            role="option"
            aria-selected={i === at}
            onClick={() => choose(id)}
          >
            <strong>{short(id)}</strong>{' '}
            <span className="verdict" data-ok={refusal === null}>
              {refusal === null ? 'allowed' : `refused, ${refusal.rule}: ${refusal.message}`}
            </span>
          </div>
        ))}
      </div>
      <button type="button" className="button" onClick={close}>
        Cancel
      </button>
    </div>
  );
}
