import { type ReactNode, useState } from 'react';
import type { Command } from '#state/board/command.ts';
import { optionValue, Select } from './Select.tsx';
import { describeInputProblem, type Made } from './made.ts';
import { useCommands, useControl } from './useCommands.ts';

/** Why it was refused, as the description of its control. It is seen beside it (`Refused.tsx`); where what was entered stays, here too. */
function Problem({ id, words, stays = false }: { id: string; words: string | null; stays?: boolean }) {
  if (words === null) return null;
  return (
    <span className={stays ? 'problem' : 'problem visually-hidden'} id={id}>
      {words}
    </span>
  );
}

/** On or off. `label` is its accessible name, as in a table its column is what is seen. */
export function Switch({
  label,
  checked,
  makes,
}: {
  label: string;
  checked: boolean;
  makes: (on: boolean) => Command;
}) {
  const { attributes, problem, problemId, run } = useControl(makes(!checked));
  return (
    <>
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={(event) => run(makes(event.target.checked))}
        {...attributes}
      />
      <Problem id={problemId} words={problem} />
    </>
  );
}

/** One of a closed list. */
export function Choice<T extends string>({
  label,
  value,
  options,
  makes,
}: {
  label: string;
  value: T;
  options: readonly (T | readonly [T, string])[];
  makes: (value: T) => Command;
}) {
  const { attributes, problem, problemId, run } = useControl(makes(value));
  return (
    <>
      <Select
        aria-label={label}
        value={value}
        options={options}
        onChange={(event) => {
          const found = options.find((option) => optionValue(option) === event.target.value);
          if (found !== undefined) run(makes(optionValue(found) as T));
        }}
        {...attributes}
      />
      <Problem id={problemId} words={problem} />
    </>
  );
}

/** A text that is taken over on Enter or when the field is left; Escape brings the old one back. */
export function TextCell({
  label,
  value,
  makes,
  number = false,
  id,
  placeholder,
}: {
  label: string;
  value: string;
  id?: string;
  placeholder?: string;
  makes: (value: string) => Made;
  number?: boolean;
}) {
  const sample = makes(value);
  const { attributes, problem, problemId, run, clear } = useControl(
    sample.ok ? sample.value : { type: 'set_ruleset', ruleset: 'hcp' },
  );
  const { complain } = useCommands();
  const [draft, setDraft] = useState<string | null>(null);
  const [unusable, setUnusable] = useState<string | null>(null);
  const take = () => {
    if (draft === null) return;
    const found = draft === value ? null : makes(draft);
    if (found?.ok === false) {
      setUnusable(describeInputProblem(found.problem));
      complain(found.problem);
      return;
    }
    setUnusable(null);
    if (found === null || run(found.value)) {
      clear();
      setDraft(null);
    }
  };
  const words = unusable ?? problem;
  return (
    <>
      <input
        className="text-cell"
        id={id}
        placeholder={placeholder}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        inputMode={number ? 'numeric' : undefined}
        size={number ? 5 : Math.min(24, Math.max(7, (draft ?? value).length))}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            take();
          } else if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
            setUnusable(null);
            clear();
          }
        }}
        {...attributes}
        {...(words === null ? {} : { 'aria-invalid': true, 'aria-describedby': problemId })}
      />
      <Problem id={problemId} words={words} stays />
    </>
  );
}

/** A button that makes one command. */
export function Press({
  children,
  label,
  makes,
  className = 'button',
}: {
  children: ReactNode;
  /** Its accessible name where the words on it do not say what it is about. */
  label?: string;
  makes: Command;
  className?: string;
}) {
  const { attributes, problem, problemId, run } = useControl(makes);
  // A button cannot be invalid; what was refused is its description.
  const { 'aria-invalid': _, ...own } = attributes;
  return (
    <>
      <button type="button" className={className} aria-label={label} onClick={() => run(makes)} {...own}>
        {children}
      </button>
      <Problem id={problemId} words={problem} />
    </>
  );
}
