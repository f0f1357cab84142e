import { short } from '#model/layout/vocabulary.ts';
import { useEffect, useState } from 'react';
import { type PredictedEnd, ENDS, endOf } from '#engine/levels/prediction.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { chosen, useSeen } from '#islands/workbench/context/useSandbox.ts';
import { RuleRef } from '../RuleRef.tsx';
import { useLevel } from '../useLevel.ts';

const END_WORDS: Readonly<Record<PredictedEnd, string>> = {
  no_run: 'no run',
  applied: 'Applied',
  planned_and_finished: 'Planned and finished',
  waits_for_person: 'waits for a person',
  pending: 'Pending',
  errored: 'Errored',
  stopped: 'discarded, canceled or stopped by a policy',
};

/**
 * Where each workspace will end, said before Play; after it, what came instead and by which rule.
 * @param tell gets the outcome in words, or null while there is none
 */
export function PredictForm({ tell }: { tell: (outcome: string | null) => void }) {
  const { simulatedScenario, simulation, played } = useSeen(({ state, simulation }) => ({
    simulatedScenario: state.simulatedScenario,
    simulation,
    played: state.cursor >= simulation.log.length && simulation.log.length > 0,
  }));
  const { level, help } = useLevel();
  const [said, setSaid] = useState<Readonly<Record<string, PredictedEnd>>>({});
  const [shownFor, setShownFor] = useState<Scenario | null>(null);
  const complete = level.predict.every((id) => said[id] !== undefined);
  const rows = level.predict.map((id) => ({ id, said: said[id], was: endOf(simulation, id) }));
  const right = rows.filter((row) => row.said === row.was.end).length;
  useEffect(() => {
    if (complete && played) {
      setShownFor(simulatedScenario);
      help.getState().predict(right, rows.length);
    } else if (shownFor !== null && shownFor !== simulatedScenario) {
      // Another board asks for another prediction.
      setShownFor(null);
      setSaid({});
    }
  }, [complete, played, right, rows.length, shownFor, simulatedScenario, help]);
  const compared = complete && played;
  const outcome = compared ? `Predicted: ${right} of ${rows.length}` : null;
  useEffect(() => tell(outcome), [outcome, tell]);
  return (
    <>
      <p className="faint">Where will the last run of each workspace end?</p>
      {level.predict.map((id) => (
        <label key={id}>
          {short(id)}{' '}
          <select
            value={said[id] ?? ''}
            disabled={compared}
            onChange={(event) => chosen(ENDS, event.target.value, (end) => setSaid({ ...said, [id]: end }))}
          >
            <option value="">choose</option>
            {ENDS.map((end) => (
              <option key={end} value={end}>
                {END_WORDS[end]}
              </option>
            ))}
          </select>
        </label>
      ))}
      {compared && (
        <ul aria-label="Prediction and outcome">
          {rows.map((row) => (
            <li key={row.id} data-at={row.said === row.was.end ? 'met' : 'missed'}>
              <strong>{short(row.id)}</strong>: you said {row.said === undefined ? '' : END_WORDS[row.said]}
              {row.said === row.was.end ? ', and so it was' : `, it was ${END_WORDS[row.was.end]}`}
              {row.was.rule === null ? '.' : ' '}
              {row.was.rule !== null && (
                <>
                  (<RuleRef fact={row.was.rule} />
                  ).
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
