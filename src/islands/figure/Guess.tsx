import { useId } from 'react';
import type { SimulationResult } from '#model/scenario/result.ts';
import { answerOf, type Ask, choicesOf } from './guess.ts';

interface Props {
  text: string;
  ask: Ask | null;
  guess: string;
  onGuess: (guess: string) => void;
  disabled: boolean;
  /** null until the figure has been played to its end. */
  result: SimulationResult | null;
}

const subjectOf = ({ name, what, run }: Ask): string =>
  what === 'count' ? `runs in ${name}` : run === null ? name : `run ${run} of ${name}`;

/** A question before the run, and what the simulator says of the answer after it. */
export function Guess({ text, ask, guess, onGuess, disabled, result }: Props) {
  const id = useId();
  const truth = ask === null || result === null ? null : answerOf(result, ask);
  return (
    <div className="figure-predict">
      <p className="figure-question">
        <strong>Predict first.</strong> {text}
      </p>
      {ask !== null && (
        <p className="figure-guess">
          <label htmlFor={id}>{`My guess: ${subjectOf(ask)}`}</label>
          <select id={id} value={guess} disabled={disabled} onChange={(event) => onGuess(event.target.value)}>
            <option value="">choose</option>
            {choicesOf(ask).map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </select>
          <span role="status">
            {truth === null || guess === ''
              ? ''
              : truth === guess
                ? `Right: ${truth}.`
                : `You said: ${guess}. The simulator says: ${truth}.`}
          </span>
        </p>
      )}
    </div>
  );
}
