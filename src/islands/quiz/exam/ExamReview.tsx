import '#islands/status/popups.ts';
import { useEffect, useRef, useState } from 'react';
import { counted } from '#model/wording/counted.ts';
import type { ExamData } from '#model/quiz/session.ts';
import type { ExamMove } from '#quiz/exam/exam.ts';
import { isAnswered } from '#quiz/scoring/gradeAnswer.ts';
import { loadItems } from '#state/quiz/bank.ts';
import { now } from '#state/app/clock.ts';
import { quizSettings } from '#state/quiz/quizSettings.ts';
import type { QuizSite } from '../quizSite.ts';
import { ThrowAwayExam } from './ThrowAwayExam.tsx';
import { useProgress } from '../session/useProgress.ts';
import { useQuizKeys } from '../session/useQuizKeys.ts';

/** Every item with its state; any can be reached, and submitting with gaps asks first. */
export function ExamReview({
  exam,
  mine,
  move,
  site,
  throwAway,
}: {
  exam: ExamData;
  mine: boolean;
  move: (move: ExamMove) => void;
  site: QuizSite;
  throwAway: () => void;
}) {
  const [throwing, setThrowing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const settings = quizSettings(useProgress((state) => state.entries));
  const [answered, setAnswered] = useState<readonly boolean[]>(() =>
    exam.items.map((_, i) => exam.answers[i] !== undefined),
  );
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let wanted = true;
    // An answer that cannot be meant, such as two where three are asked for, counts as unanswered.
    void loadItems(site.bank, exam.items).then((items) => {
      if (wanted && items.ok)
        setAnswered(
          items.value.map((item, i) => item === null || isAnswered(item.question, exam.answers[i])),
        );
    });
    return () => {
      wanted = false;
    };
  }, [exam.items, exam.answers, site.bank]);
  const open = answered.filter((done) => !done).length;
  const submit = () => move({ type: 'submit', now: now() });
  useQuizKeys({ previous: () => move({ type: 'go', to: exam.at }) }, settings.keys);
  const words = (i: number) =>
    `${answered[i] ? 'answered' : 'unanswered'}${exam.flags.includes(i) ? ', flagged' : ''}`;
  return (
    <section className="quiz-item" aria-labelledby="exam-review">
      <h2 id="exam-review" ref={heading} tabIndex={-1}>
        Review your answers
      </h2>
      <p>
        {open === 0
          ? 'Every question is answered.'
          : `${counted(open, 'question is', 'questions are')} unanswered.`}{' '}
        {exam.flags.length > 0 &&
          `You flagged ${exam.flags.length}: they stay flagged, so that you can practise them afterwards.`}
      </p>
      <ol className="quiz-grid">
        {exam.items.map((item, i) => (
          <li key={item.id}>
            <button
              type="button"
              className="button"
              data-open={!answered[i]}
              data-flagged={exam.flags.includes(i)}
              onClick={() => move({ type: 'go', to: i })}
              aria-label={`Question ${i + 1}, ${words(i)}`}
            >
              {i + 1} {answered[i] ? '●' : '○'}
              {exam.flags.includes(i) ? ' ⚑' : ''}
            </button>
          </li>
        ))}
      </ol>
      <p className="quiz-hint">● answered, ○ unanswered, ⚑ flagged</p>
      <p className="quiz-actions">
        <button
          type="button"
          className="button primary"
          disabled={!mine}
          onClick={() => (open > 0 ? dialog.current?.showModal() : submit())}
        >
          Submit the exam
        </button>
        <button type="button" className="button" onClick={() => move({ type: 'go', to: exam.at })}>
          Back to question {exam.at + 1}
        </button>
        <button type="button" className="button quiet" disabled={!mine} onClick={() => setThrowing(true)}>
          Throw this exam away
        </button>
      </p>
      <dialog ref={dialog} className="quiz-keys" aria-labelledby="exam-gaps">
        <h2 id="exam-gaps">{counted(open, 'question is', 'questions are')} unanswered</h2>
        <p>A wrong guess costs nothing, so answer them if you can. An unanswered question counts as wrong.</p>
        <p className="quiz-actions">
          <button
            type="button"
            className="button primary"
            onClick={() => {
              dialog.current?.close();
              submit();
            }}
          >
            Submit anyway
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Keep answering
          </button>
        </p>
      </dialog>
      {throwing && (
        <ThrowAwayExam
          answered={answered.length - open}
          close={() => setThrowing(false)}
          confirm={throwAway}
        />
      )}
    </section>
  );
}
