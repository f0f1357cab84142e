import { useId } from 'react';
import { idOf, type Read, type Workspace } from '#model/layout/layout.ts';
import { Choice, Press } from '../controls/controls.tsx';
import { Select } from '../controls/Select.tsx';
import { useCommands } from '../controls/useCommands.ts';
import { useNow } from '../controls/useNow.ts';
import { Page } from './Field.tsx';
import { VIAS } from '#model/layout/layout.ts';

/** What the configuration reads from other workspaces. It is code, so the product has no page for it. */
export function ReadsPage({ w }: { w: Workspace }) {
  const { workspaces, name } = useNow();
  const { run } = useCommands();
  const id = useId();
  const workspace = idOf(w);
  const set = (reads: Read[]) => ({ type: 'set', workspace, settings: { reads } }) as const;
  const available = workspaces
    .flatMap((other) => other.outputs.map((o) => ({ workspace: idOf(other), output: o.name })))
    .filter(
      (o) =>
        o.workspace !== workspace &&
        !w.reads.some((r) => r.workspace === o.workspace && r.output === o.output),
    );
  return (
    <Page title="Its configuration reads">
      <ul className="plain">
        {w.reads.map((r, at) => (
          <li
            key={`${r.workspace} ${r.output} ${w.reads.slice(0, at).filter((other) => same(other, r)).length}`}
          >
            <code>
              {name(r.workspace)}.{r.output}
            </code>
            <Choice
              label={`Via of ${name(r.workspace)}.${r.output}`}
              value={r.via}
              options={VIAS}
              makes={(via) => set(w.reads.map((other) => (other === r ? { ...r, via } : other)))}
            />
            <Press
              className="button quiet"
              label={`Remove read ${name(r.workspace)}.${r.output}`}
              makes={set(w.reads.filter((other) => other !== r))}
            >
              Remove
            </Press>
          </li>
        ))}
        {w.reads.length === 0 && <li className="faint">Nothing from elsewhere.</li>}
      </ul>
      {available.length > 0 && (
        <p className="row">
          <label htmlFor={id}>Read also</label>
          <Select
            id={id}
            value=""
            options={[
              ['', 'choose an output'],
              ...available.map((o, at) => [String(at), `${name(o.workspace)}.${o.output}`] as const),
            ]}
            onChange={(event) => {
              const chosen = available[Number(event.target.value)];
              if (event.target.value !== '' && chosen !== undefined)
                run(set([...w.reads, { ...chosen, via: 'terraform_remote_state' }]));
            }}
          />
        </p>
      )}
      <p className="field-notes">
        <code>terraform_remote_state</code> <span>needs sharing by the source</span>{' '}
        <code className="fact">RS-03</code>
      </p>
    </Page>
  );
}

/** The same output may be read twice. */
const same = (a: Read, b: Read): boolean => a.workspace === b.workspace && a.output === b.output;
