import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import type { Judged } from '#quiz/scoring/grading.ts';
import type { Reason, ReasonStanding } from '#quiz/scoring/reasons.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { ShownFact } from '#state/quiz/bank.ts';
import { Belief } from './Belief.tsx';
import { RichLine } from './RichText.tsx';
import { Sources } from './Sources.tsx';

interface Props {
  question: Question;
  answer: Answer;
  judged: readonly Judged[];
  facts: ReadonlyMap<string, ShownFact>;
}

/** What is said before each reason. Of rows and places none says "wrong": what they show is what is right. */
const LABELS: Readonly<Record<ReasonStanding, string>> = {
  'chosen-right': '✓ Right, and you chose it',
  'chosen-wrong': '✗ Wrong, and you chose it',
  missed: '✓ Right, and you didn’t choose it',
  left: '✗ Wrong, and you didn’t choose it',
  got: '✓ You had this right',
  key: 'Right answer',
  passed: '✓ Passed',
  failed: '✗ Failed',
  made: 'You made this change',
  solution: 'Part of one right answer',
  other: 'Another change',
};

/** Which reasons are read first; those in no list are folded. */
const FIRST: readonly ReasonStanding[] = [
  'chosen-wrong',
  'failed',
  'missed',
  'key',
  'chosen-right',
  'passed',
  'made',
];

/** Why each part of a question is as it is: first what the answer was about, then the rest, folded. */
export function Explanations({ question, answer, judged, facts }: Props) {
  const reasons = typeOf(question).reasons(question, answer, judged);
  const shown = FIRST.flatMap((standing) => reasons.filter((reason) => reason.standing === standing));
  // With every row right there is nothing to come before them.
  const first = shown.length === 0 ? reasons : shown;
  const rest = reasons.filter((reason) => !first.includes(reason));
  return (
    <>
      <Reasons reasons={first} facts={facts} />
      {rest.length > 0 && (
        <details className="quiz-rest">
          <summary>
            {rest.every(({ standing }) => standing === 'got') ? 'What you had right' : 'The rest'}, explained
          </summary>
          <Reasons reasons={rest} facts={facts} />
        </details>
      )}
    </>
  );
}

function Reasons({ reasons, facts }: { reasons: readonly Reason[]; facts: Props['facts'] }) {
  return (
    <ol className="quiz-reasons">
      {reasons.map((reason) => (
        <li key={reason.id} data-verdict={COLOURS[reason.standing]}>
          {reason.text !== '' && (
            <p>
              <strong>{LABELS[reason.standing]}</strong>: <RichLine text={reason.text} />
            </p>
          )}
          <p>
            <RichLine text={reason.explanation} />
          </p>
          {reason.standing === 'chosen-wrong' && reason.misconception !== null && (
            <Belief id={reason.misconception} />
          )}
          <Sources ids={reason.facts} facts={facts} />
        </li>
      ))}
    </ol>
  );
}

/** The colour of the edge, which repeats what the label says. */
const COLOURS: Readonly<Record<ReasonStanding, 'right' | 'wrong' | undefined>> = {
  'chosen-right': 'right',
  'chosen-wrong': 'wrong',
  missed: 'right',
  left: 'wrong',
  got: 'right',
  key: 'right',
  passed: 'right',
  failed: 'wrong',
  made: undefined,
  solution: undefined,
  other: undefined,
};
