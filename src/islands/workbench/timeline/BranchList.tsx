import { counted } from '#model/wording/counted.ts';
import type { Branch } from '#state/board/branches.ts';
import { branchDifference } from '#state/board/branchDifference.ts';
import { snapshotAt } from '#engine/query/stateAt.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import { simulationOf } from '#state/board/board.ts';
import { stage } from '#state/board/simulatedScenario.ts';
import { describeEntry } from './describeEntry.ts';
import { useSandbox } from '../context/useSandbox.ts';

/** Branches that were left by going back and doing something else: compared, put back or dropped. */
export function BranchList() {
  const { attempts } = useSandbox().state;
  return (
    <ul>
      {attempts.map((attempt) => (
        <Row key={attempt.number} attempt={attempt} />
      ))}
    </ul>
  );
}

function Row({ attempt }: { attempt: Branch }) {
  const { state, sandbox } = useSandbox();
  const { number, board, event, at } = attempt;
  const then = stage(sandbox.level, board.scenario, state.probe);
  const compared = state.comparing === number;
  return (
    <li>
      <p>
        <strong>Attempt {number}</strong>{' '}
        <span className="faint">
          {counted(simulationOf(then).log.length, 'event')}; parted after event {event}, {at} s
        </span>
      </p>
      <div className="row">
        <button
          type="button"
          className="button"
          aria-expanded={compared}
          aria-label={`Compare attempt ${number}`}
          onClick={() => sandbox.compare(compared ? null : number)}
        >
          Compare
        </button>
        <button
          type="button"
          className="button"
          aria-label={`Put back attempt ${number}`}
          onClick={() => sandbox.perform({ type: 'put_back', attempt: number })}
        >
          Put back
        </button>
        <button
          type="button"
          className="button"
          aria-label={`Drop attempt ${number}`}
          onClick={() => sandbox.dropAttempt(number)}
        >
          Drop
        </button>
      </div>
      {compared && <Comparison number={number} then={then} now={state.simulatedScenario} />}
    </li>
  );
}

/** The first event that is not the same, on both sides. */
function Comparison({ number, then, now }: { number: number; then: Scenario; now: Scenario }) {
  const { state, sandbox } = useSandbox();
  const difference = branchDifference(then, now);
  if (difference === null) return <p role="status">No event differs from the present board.</p>;
  const { event } = difference;
  return (
    <div className="comparison" role="status">
      <p>The two first differ at event {event + 1}.</p>
      <dl>
        <dt>Attempt {number}</dt>
        <dd>{sideWords(difference.left, then)}</dd>
        <dt>Now</dt>
        <dd>{sideWords(difference.now, now)}</dd>
      </dl>
      {difference.now !== null && state.cursor !== event + 1 && (
        <button type="button" className="button" onClick={() => sandbox.seek(event + 1)}>
          Go to event {event + 1}
        </button>
      )}
    </div>
  );
}

function sideWords(entry: LogEntry | null, staged: Scenario): string {
  if (entry === null) return 'nothing more happens';
  const simulation = simulationOf(staged);
  const moment = snapshotAt(staged, simulation, simulation.log.length);
  return `${entry.at} s: ${describeEntry(entry, staged, moment)}`;
}
