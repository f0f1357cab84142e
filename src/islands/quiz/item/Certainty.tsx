import type { Ref } from 'react';
import { CERTAINTIES, type Certainty } from '#model/quiz/entry.ts';

export const CERTAINTY_WORDS: Readonly<Record<Certainty, { title: string; range: string }>> = {
  no_idea: { title: 'No idea', range: 'a guess' },
  low: { title: 'Low', range: 'under 67 %' },
  middle: { title: 'Middle', range: '67 to 80 %' },
  high: { title: 'High', range: 'over 80 %' },
};

/** Asked before anything is shown: one press, and it cannot be changed afterwards. */
export function CertaintyFields({
  onChoose,
  first,
  back,
  single,
}: {
  onChoose: (certainty: Certainty) => void;
  first: Ref<HTMLButtonElement>;
  back: () => void;
  single: boolean;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: four buttons that act at once are no form fields.
    <div className="quiz-certainty" role="group" aria-label="How sure are you?">
      <p>
        <strong>How sure are you that it is right?</strong>
        {single && <span className="quiz-hint"> Keys 1 to 4.</span>}
      </p>
      <div>
        {CERTAINTIES.map((certainty, i) => (
          <button
            key={certainty}
            type="button"
            className="button"
            ref={i === 0 ? first : undefined}
            onClick={() => onChoose(certainty)}
          >
            {CERTAINTY_WORDS[certainty].title}
            <span className="quiz-hint">{CERTAINTY_WORDS[certainty].range}</span>
          </button>
        ))}
        <button type="button" className="button quiet" onClick={back}>
          Back to the answer
        </button>
      </div>
    </div>
  );
}

export const certaintyAt = (n: number): Certainty | undefined => CERTAINTIES[n - 1];
