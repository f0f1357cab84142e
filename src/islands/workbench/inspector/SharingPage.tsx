import { useContext } from 'react';
import { idOf, type Workspace } from '#model/layout/layout.ts';
import { Press, Switch } from '../controls/controls.tsx';
import { Trying } from '../controls/useCommands.ts';
import { useNow } from '../controls/useNow.ts';
import { Field, Page } from './Field.tsx';
import { ReadsPage } from './ReadsPage.tsx';

export function SharingPage({ w }: { w: Workspace }) {
  const { name, ids, pick } = useNow();
  const tried = useContext(Trying);
  const id = idOf(w);
  return (
    <>
      <Page title="Remote state sharing">
        <Field
          label="Share with all workspaces in the organization"
          attribute="global_remote_state"
          standard="off"
          fact="RS-03"
        >
          <Switch
            label="Share with all workspaces in the organization"
            checked={w.global_remote_state}
            makes={(global_remote_state) => ({
              type: 'set',
              workspace: id,
              settings: { global_remote_state },
            })}
          />
        </Field>
        {w.global_remote_state ? (
          <p className="faint">Named consumers are kept, but count for nothing while all may read.</p>
        ) : (
          <>
            <p className="field-label">Share with specific workspaces</p>
            <ul className="plain">
              {w.remote_state_consumer_ids.map((other) => (
                <li key={other}>
                  <span>{name(other)}</span>
                  <Press
                    className="button quiet"
                    label={`Remove consumer ${name(other)}`}
                    makes={{ type: 'unshare', sourceable: id, workspace: other }}
                  >
                    Remove
                  </Press>
                </li>
              ))}
              {w.remote_state_consumer_ids.length === 0 && <li className="faint">With none.</li>}
            </ul>
            {ids.length > 1 && (
              <button
                type="button"
                className="button"
                onClick={() => pick({ id, direction: 'share', tried })}
              >
                Add a reader …
              </button>
            )}
            <p className="field-notes">
              <code>remote_state_consumer_ids</code> <span>default none</span>{' '}
              <code className="fact">RS-06</code>
            </p>
          </>
        )}
      </Page>
      <ReadsPage w={w} />
    </>
  );
}
