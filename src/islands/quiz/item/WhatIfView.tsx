import { useState } from 'react';
import type { Scenario } from '#model/scenario/action.ts';
import type { Item } from '#quiz/types/item.ts';
import { RichLine } from './RichText.tsx';

interface Row {
  workspace: string;
  before: string;
  after: string;
}

/** A generated item with one field changed: what each workspace comes to, before and after. */
export function WhatIfView({ item, sandbox }: { item: Item; sandbox: string }) {
  const [shown, setShown] = useState<{ rows: Row[]; link: string } | null>(null);
  const { whatIf, scenario } = item;
  if (whatIf === undefined || scenario === null) return null;
  const show = async () => {
    const { encodeShare } = await import('#state/boards/shareLink.ts');
    const hash = await encodeShare(whatIf.scenario);
    setShown({ rows: await compare(scenario, whatIf.scenario), link: `${sandbox}${hash}` });
  };
  const rows = shown?.rows ?? null;
  return (
    <div className="quiz-what-if">
      <p>
        <strong>What if</strong> <RichLine text={whatIf.change} />?{' '}
        {rows === null && (
          <button type="button" className="button" onClick={() => void show()}>
            Try it
          </button>
        )}
      </p>
      <div aria-live="polite">
        {rows?.every((row) => row.before === row.after) && (
          <p>The runs end as before; the answer is another one.</p>
        )}
        {rows !== null && (
          <table>
            <caption className="visually-hidden">Each workspace, now and then</caption>
            <thead>
              <tr>
                <th scope="col">Workspace</th>
                <th scope="col">Now</th>
                <th scope="col">Then</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.workspace}>
                  <th scope="row">{row.workspace}</th>
                  <td>{row.before}</td>
                  <td>{row.after === row.before ? row.after : <strong>{row.after}, changed</strong>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {shown !== null && (
          <p>
            <a href={shown.link}>Open the changed board in the sandbox</a>
          </p>
        )}
      </div>
    </div>
  );
}

async function compare(before: Scenario, after: Scenario): Promise<Row[]> {
  const { simulate } = await import('#engine/simulate/simulate.ts');
  const words = (scenario: Scenario, id: string): string => {
    const simulated = simulate(scenario);
    if (!simulated.ok) return 'cannot be simulated';
    const { result } = simulated.value;
    const runs = result.runs.filter((run) => run.workspace === id);
    const ends = runs.map((run) => run.status.replaceAll('_', ' '));
    const stale = result.stale.some((row) => row.workspace === id) ? ', reads an old value' : '';
    return `${runs.length === 0 ? 'no run' : ends.join(', then ')}${stale}`;
  };
  return before.layout.workspaces.map((w) => {
    const id = `${w.organization}/${w.name}`;
    return { workspace: w.name, before: words(before, id), after: words(after, id) };
  });
}
