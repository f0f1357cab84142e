import { useEffect, useRef, useState } from 'react';
import type { Scenario } from '#model/scenario/action.ts';
import { encodeShare } from '#state/boards/shareLink.ts';
import { useLevel } from '../useLevel.ts';

interface Props {
  label: string;
  scenario: Scenario;
  /** How many entries of its log are shown; undefined: all. */
  cursor: number | undefined;
}

/** A link that opens what was played on the free board, as a copy that says which level it is of. */
export function ShareRun({ label, scenario, cursor }: Props) {
  const { level, links } = useLevel();
  const [link, setLink] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone: the focus goes to what took its place.
  useEffect(() => {
    if (link !== null) field.current?.focus();
  }, [link]);
  const make = async () => {
    const address = new URL(links.sandbox, location.href);
    address.hash = await encodeShare(scenario, { cursor, level: { id: level.id, version: level.version } });
    setLink(address.href);
  };
  if (link === null)
    return (
      <button type="button" className="button quiet" onClick={make}>
        {label}
      </button>
    );
  return (
    <>
      <input ref={field} readOnly aria-label="Link" value={link} onFocus={(event) => event.target.select()} />
      <a href={link}>Open it</a>
    </>
  );
}
