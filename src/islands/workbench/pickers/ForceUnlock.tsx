import { useEffect, useRef } from 'react';
import { useNow } from '../controls/useNow.ts';

/** Asks before a lock that another team holds is taken away (LK-04). */
export function ForceUnlock({ id, close }: { id: string; close: () => void }) {
  const { moment, name, sandbox } = useNow();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div
      className="picker"
      role="alertdialog"
      aria-label={`Unlock ${name(id)} by force?`}
      aria-describedby="force-words"
      onKeyDown={(event) => event.stopPropagation()}
    >
      <p className="picker-title">Unlock {name(id)} by force?</p>
      <p id="force-words">
        The team {moment.locks.get(id)} locked it. Unlocking it for them takes admin access to the workspace.
      </p>
      <div className="row">
        <button
          type="button"
          className="button primary"
          ref={first}
          onClick={() => {
            sandbox.perform({ type: 'unlock', workspace: id });
            close();
          }}
        >
          Force unlock
        </button>
        <button type="button" className="button" onClick={close}>
          Leave it locked
        </button>
      </div>
    </div>
  );
}
