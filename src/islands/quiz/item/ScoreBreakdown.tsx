import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import { toPercent } from '#quiz/lib/fraction.ts';
import type { Judged } from '#quiz/scoring/grading.ts';
import { fractionText, breakdownTotal } from '#quiz/scoring/scoreBreakdown.ts';
import { typeOf } from '#quiz/types/index.ts';
import { RichLine } from './RichText.tsx';

/** How the score adds up, option by option. */
export function ScoreBreakdown({
  question,
  answer,
  judged,
}: {
  question: Question;
  answer: Answer;
  judged: readonly Judged[];
}) {
  const lines = typeOf(question).breakdown(question, answer, judged);
  if (lines === null) return null;
  const total = breakdownTotal(lines);
  return (
    <details className="quiz-sum">
      <summary>
        How your score adds up: {toPercent(total)}
        {'\u00a0'}%
      </summary>
      <table>
        <tbody>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none moves.
            <tr key={i}>
              <th scope="row">
                <RichLine text={line.text} />
              </th>
              <td>{fractionText(line.value)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Together{total.top === 0 ? ', not below 0' : ''}</th>
            <td>{total.top === 0 ? '0' : fractionText(total).slice(1)}</td>
          </tr>
        </tbody>
      </table>
      <p className="quiz-hint">
        This partial score is for learning. In an exam here, a question counts only when all of it is right.
      </p>
    </details>
  );
}
