import { short } from '#model/layout/vocabulary.ts';
import type { SnapshotRun } from '#engine/query/stateAt.ts';
import { ruleOfOutcome } from '#engine/query/describeRules.ts';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import type { NotQueued } from '#model/scenario/result.ts';

interface Props {
  runs: readonly SnapshotRun[];
  silent: readonly NotQueued[];
  refused: readonly { action: number | null; rule: string; message: string }[];
}

const STARTED = { 'tfe-ui': 'started by hand', 'tfe-api': 'started by the API', vcs: 'started by a commit' };

function causeOf(run: SnapshotRun): string {
  if (run.triggered_by !== null) return `${run.id}, triggered by ${run.triggered_by}`;
  const mode = run.mode === 'standard' ? '' : `, ${run.mode}`;
  const words = run.source === 'cli' ? 'started on the command line' : '';
  const started = Object.entries(STARTED).find(([source]) => source === run.source)?.[1] ?? words;
  return `${run.id}, ${started}${mode}`;
}

/** What ran, what did not and what was refused, each with its rule. */
export function FigureLog({ runs, silent, refused }: Props) {
  return (
    <ol className="figure-log">
      {runs.map((run) => (
        <li key={run.id}>
          <span>
            <strong>{short(run.workspace)}</strong> <span className="cause">{causeOf(run)}</span>
          </span>
          <StatusMark status={run.status} waitingFor={run.waiting_for} />
          {run.rule !== null && run.status !== 'applied' && (
            <p>
              {ruleOfOutcome(run)?.title ?? ''} ({run.rule})
            </p>
          )}
        </li>
      ))}
      {silent.map((entry) => (
        <li key={`${entry.run} ${entry.workspace}`}>
          <span>
            <strong>{short(entry.workspace)}</strong>{' '}
            <span className="cause">got no run from {entry.run}</span>
          </span>
          <code>{entry.rule}</code>
          <p>{entry.message}</p>
        </li>
      ))}
      {refused.map((entry) => (
        <li key={`refused ${entry.action} ${entry.message}`}>
          <span>
            <strong>Refused</strong> <span className="cause">nothing changed</span>
          </span>
          <code>{entry.rule}</code>
          <p>{entry.message}</p>
        </li>
      ))}
    </ol>
  );
}
