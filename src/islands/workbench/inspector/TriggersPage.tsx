import { useContext } from 'react';
import { Press } from '../controls/controls.tsx';
import { Trying } from '../controls/useCommands.ts';
import { useNow } from '../controls/useNow.ts';
import { Page } from './Field.tsx';

/** Sources are chosen in the workspace that runs after them, as in the product; the other way is offered too. */
export function TriggersPage({ id }: { id: string }) {
  const { moment, name, ids, pick } = useNow();
  const tried = useContext(Trying);
  const mine = moment.triggers.filter((t) => t.workspace === id || t.sourceable === id);
  return (
    <Page title="Run triggers">
      <ul className="plain">
        {mine.map((t) => (
          <li key={`${t.sourceable} ${t.workspace}`}>
            <span>
              {t.workspace === id ? `runs after ${name(t.sourceable)}` : `triggers ${name(t.workspace)}`}
            </span>
            <Press
              className="button quiet"
              label={`Remove trigger from ${name(t.sourceable)} to ${name(t.workspace)}`}
              makes={{ type: 'delete_run_trigger', sourceable: t.sourceable, workspace: t.workspace }}
            >
              Remove
            </Press>
          </li>
        ))}
        {mine.length === 0 && <li className="faint">None yet.</li>}
      </ul>
      {ids.length > 1 && (
        <div className="row">
          <button type="button" className="button" onClick={() => pick({ id, direction: 'after', tried })}>
            Runs after …
          </button>
          <button type="button" className="button" onClick={() => pick({ id, direction: 'from', tried })}>
            Triggers …
          </button>
        </div>
      )}
      <p className="field-notes">
        <code>tfe_run_trigger</code> <span>default none, at most 20 sources</span>{' '}
        <code className="fact">RT-03</code>
      </p>
    </Page>
  );
}
