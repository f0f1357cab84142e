import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Command, perform } from '#state/sandboxCommands.ts';
import { candidatesOf, verdictWords } from '#state/sandboxVerdicts.ts';
import { useCommands } from './controls/useCommands.ts';
import { useNow } from './controls/useNow.ts';
import type { Picking } from './useSandbox.ts';

const TITLE: Readonly<Record<Picking['direction'], string>> = {
  from: 'triggers which workspace?',
  after: 'runs after which workspace?',
  share: 'shares its state with which workspace?',
};

/** Chooses another workspace; each candidate says before Enter whether it would be allowed. */
export function TargetPicker({ picking, close }: { picking: Picking; close: () => void }) {
  const now = useNow();
  const { sandbox, name, workspaces } = now;
  const { reasonAgainst } = useCommands();
  const { id, direction } = picking;
  const [at, setAt] = useState(0);
  const typed = useRef({ text: '', when: 0 });
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const command = (other: string): Command =>
    direction === 'share'
      ? { type: 'share', sourceable: id, workspace: other }
      : direction === 'from'
        ? { type: 'create_run_trigger', sourceable: id, workspace: other }
        : { type: 'create_run_trigger', sourceable: other, workspace: id };
  const options = (direction === 'share' ? readers() : triggers()).map((option) => {
    const reason = reasonAgainst(command(option.id));
    return reason === null ? option : { ...option, ok: false, words: reason };
  });
  function triggers() {
    return [...candidatesOf(sandbox, id, direction === 'after' ? 'after' : 'from')].map(
      ([other, refusal]) => ({
        id: other,
        ok: refusal === null,
        words: verdictWords(refusal),
      }),
    );
  }
  function readers() {
    const source = workspaces.find((w) => `${w.organization}/${w.name}` === id);
    return now.ids
      .filter((other) => other !== id)
      .map((other) => {
        const inside = other.startsWith(`${source?.organization ?? ''}/`);
        const shared = source?.remote_state_consumer_ids.includes(other) === true;
        return {
          id: other,
          ok: inside && !shared,
          words: !inside
            ? 'refused, RS-05: state is shared within one organization only'
            : shared
              ? 'shared already'
              : 'allowed',
        };
      });
  }
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${base}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [base, at]);
  const choose = (other: string) => {
    const reason = reasonAgainst(command(other));
    if (reason === null) perform(sandbox, command(other));
    else sandbox.say(reason, true);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    event.stopPropagation();
    if (key === 'Escape') close();
    else if ((key === 'Enter' || key === ' ') && event.target === list.current) {
      const option = options[at];
      if (option !== undefined) choose(option.id);
    } else if (key === 'ArrowDown' || key === 'ArrowRight') setAt((at + 1) % Math.max(1, options.length));
    else if (key === 'ArrowUp' || key === 'ArrowLeft')
      setAt((at - 1 + options.length) % Math.max(1, options.length));
    else if (key === 'Home') setAt(0);
    else if (key === 'End') setAt(options.length - 1);
    else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const text = event.timeStamp - typed.current.when < 900 ? typed.current.text + key : key;
      typed.current = { text, when: event.timeStamp };
      const found = options.findIndex((option) =>
        name(option.id).toLowerCase().startsWith(text.toLowerCase()),
      );
      if (found >= 0) setAt(found);
    } else return;
    event.preventDefault();
  };
  const title = `${name(id)} ${TITLE[direction]}`;
  return (
    <div className="picker" role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <p className="picker-title">{title}</p>
      {options.length === 0 && <p>There is no other workspace on the board.</p>}
      <div ref={list} role="listbox" tabIndex={0} aria-label={title} aria-activedescendant={`${base}-${at}`}>
        {options.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys for its options
          <div
            tabIndex={-1}
            key={option.id}
            id={`${base}-${i}`}
            role="option"
            aria-selected={i === at}
            aria-posinset={i + 1}
            aria-setsize={options.length}
            onClick={() => choose(option.id)}
          >
            <strong>{name(option.id)}</strong>{' '}
            <span className="visually-hidden">
              , {i + 1} of {options.length},
            </span>{' '}
            <span className="verdict" data-ok={option.ok}>
              {option.words}
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
