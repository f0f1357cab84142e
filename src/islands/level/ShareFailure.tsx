import { useState } from 'react';
import type { Scenario } from '#model/action.ts';
import { encodeShare } from '#state/shareLink.ts';
import { useLevel } from './useLevel.ts';

/** A link that opens what failed on the free board, as a copy, where it was decided. */
export function ShareFailure({ scenario, cursor }: { scenario: Scenario; cursor: number | undefined }) {
  const { level, links } = useLevel();
  const [link, setLink] = useState<string | null>(null);
  const make = async () => {
    const address = new URL(links.sandbox, location.href);
    address.hash = await encodeShare(scenario, { cursor, level: { id: level.id, version: level.version } });
    setLink(address.href);
  };
  if (link === null)
    return (
      <button type="button" className="button quiet" onClick={make}>
        Link to this run
      </button>
    );
  return (
    <>
      <input readOnly aria-label="Link" value={link} onFocus={(event) => event.target.select()} />
      <a href={link}>Open it</a>
    </>
  );
}
