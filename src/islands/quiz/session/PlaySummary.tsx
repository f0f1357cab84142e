import { useEffect, useRef } from 'react';
import type { ItemRef, PlayData } from '#model/quiz/session.ts';
import { meanMark } from '#quiz/scoring/certainty.ts';
import { reportRows, totalOf } from '#quiz/exam/report.ts';
import { toPercent } from '#quiz/lib/fraction.ts';
import { missedSteps } from '#quiz/practice/play.ts';
import { FoldedItem } from '../item/ItemReview.tsx';
import type { QuizSite } from '../quizSite.ts';
import { topicTitle } from '#model/quiz/catalogue.ts';
import { useProgress } from './useProgress.ts';
import { TableScroll } from './TableScroll.tsx';

interface Props {
  id: string;
  play: PlayData;
  site: QuizSite;
  onLeave: () => void;
  onDrill: (refs: readonly ItemRef[], another: boolean) => void;
  finish: () => void;
  /** Back to the first question without an answer. */
  goOn: () => void;
  mine: boolean;
}

/** The end of a session, counted from the log. */
export default function PlaySummary({ id, play, site, onLeave, onDrill, finish, goOn, mine }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const entries = useProgress((state) => state.entries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is first shown.
  useEffect(() => {
    finish();
    heading.current?.focus();
  }, []);
  const firsts = new Set(
    play.steps.flatMap((step) => (step.again || step.entry === null ? [] : [step.entry])),
  );
  const answers = entries
    .filter((entry) => entry.kind === 'answer' && firsts.has(entry.id))
    .filter((e) => e.kind === 'answer');
  const total = totalOf(answers);
  const wrong = missedSteps(play);
  const all = play.steps.length;
  const open = play.steps.filter((step) => step.strict === null).length;
  const sure = answers.flatMap((a) =>
    a.certainty === null ? [] : [{ certainty: a.certainty, right: a.strict }],
  );
  const mean = meanMark(sure);
  return (
    <section aria-labelledby={`${id}-end`}>
      <h2 id={`${id}-end`} ref={heading} tabIndex={-1}>
        {total.asked === 0 ? 'Nothing answered' : `${total.right} of ${total.asked} right`}
      </h2>
      <p>
        {open > 0 &&
          `You answered ${all - open} of ${all} questions. The other ${open === 1 ? 'one counts' : `${open} count`} for nothing. `}
        {total.asked > 0 && `With partly right answers counted: ${toPercent(total.partial)} %. `}
        {mean !== null && `Certainty: ${mean.toFixed(1).replace('-', '−')} of 3 points on average.`}
      </p>
      <p className="quiz-actions">
        {wrong.length > 0 && (
          <button
            type="button"
            className="button primary"
            onClick={() => onDrill(wrong, play.mode === 'review')}
          >
            Retry your {wrong.length === 1 ? 'mistake' : `${wrong.length} mistakes`}
          </button>
        )}
        {open > 0 && (
          <button type="button" className="button" onClick={goOn} disabled={!mine}>
            Answer the other {open === 1 ? 'question' : `${open} questions`}
          </button>
        )}
        <button type="button" className="button" onClick={onLeave}>
          Start a new session
        </button>
      </p>
      {total.asked > 0 && (
        <TableScroll name="By topic">
          <table className="quiz-table">
            <caption>By topic</caption>
            <thead>
              <tr>
                <th scope="col">Topic</th>
                <th scope="col">Right</th>
                <th scope="col">With partly right</th>
              </tr>
            </thead>
            <tbody>
              {reportRows(answers, 'topic').map((row) => (
                <tr key={row.id}>
                  <th scope="row">{topicTitle(row.id)}</th>
                  <td>
                    {row.right} of {row.asked}
                  </td>
                  <td>{toPercent(row.partial)} %</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {open < all && <h3>Your answers</h3>}
      {play.steps.map((step, i) =>
        step.strict === null ? null : (
          <FoldedItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a session that is over do not move.
            key={i}
            summary={`${i + 1}. ${step.strict ? '✓ right' : '✗ wrong'} · ${topicTitle(step.topic)}`}
            open={play.feedback === 'end' && step.strict === false && wrong.length <= 5}
            reference={step}
            answer={step.answer}
            certainty={step.certainty}
            seed={play.seed}
            contentVersion={play.contentVersion}
            site={site}
          />
        ),
      )}
    </section>
  );
}
