import { ItemPending } from '../item/ItemPending.tsx';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Answer } from '#model/quiz/answer.ts';
import type { ExamData } from '#model/quiz/session.ts';
import type { ExamMove } from '#quiz/exam/exam.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { typeOf } from '#quiz/types/index.ts';
import { quizSettings } from '#state/quiz/quizSettings.ts';
import { KeysButton, KeysHelp } from '../session/KeysHelp.tsx';
import { chooseByNumber } from '../item/OptionList.tsx';
import { LayoutText } from '../item/LayoutText.tsx';
import { QuestionView } from '../item/QuestionView.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useItem } from '../item/useItem.ts';
import { useProgress } from '../session/useProgress.ts';
import { useQuizKeys } from '../session/useQuizKeys.ts';

interface Props {
  exam: ExamData;
  mine: boolean;
  move: (move: ExamMove) => void;
  answer: (answer: Answer) => void;
  site: QuizSite;
}

/** One item of an exam. Nothing here tells right from wrong. */
export function ExamItem({ exam, mine, move, answer: give, site }: Props) {
  const name = useId();
  const settings = quizSettings(useProgress((state) => state.entries));
  const ref = exam.items[exam.at];
  if (ref === undefined) throw new Error(`no item ${exam.at}`);
  const { found, item, retry } = useItem(site.bank, ref);
  const question = useMemo(
    () => (item === null ? null : typeOf(item.question).present(item.question, exam.seed)),
    [item, exam.seed],
  );
  const [help, setHelp] = useState(false);
  const stem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (question !== null) stem.current?.focus();
  }, [question]);
  const answer = question === null ? null : (exam.answers[exam.at] ?? typeOf(question).emptyAnswer);
  const flagged = exam.flags.includes(exam.at);
  const last = exam.at === exam.items.length - 1;
  // Never the checks themselves: only whether it is an answer at all.
  const unfinished =
    question !== null && exam.answers[exam.at] !== undefined && answer !== null
      ? gradeAnswer(question, answer, () => [])
      : null;
  const choose = (n: number) => {
    if (question === null || answer === null || !mine) return;
    const chosen = chooseByNumber(question, answer, n);
    if (chosen !== null) give(chosen);
  };
  useQuizKeys(
    {
      choose,
      enter: () => move({ type: 'next' }),
      flag: () => move({ type: 'flag' }),
      next: () => move({ type: 'next' }),
      previous: () => move({ type: 'previous' }),
      review: () => move({ type: 'review' }),
      help: () => setHelp(true),
    },
    settings.keys,
  );
  const place = `Question ${exam.at + 1} of ${exam.items.length}`;
  return (
    <section className="quiz-item" aria-label={place}>
      <ItemPending found={found} gone="Go on to the next one: this one counts for nothing." retry={retry} />
      {item !== null && question !== null && answer !== null && (
        <QuestionView
          item={item}
          board={item.scenario && <LayoutText scenario={item.scenario} />}
          question={question}
          answer={answer}
          onChange={give}
          disabled={!mine}
          checked={false}
          name={name}
          seed={exam.seed}
          stem={stem}
          place={place}
        />
      )}
      {unfinished?.kind === 'invalid' && (
        <p className="quiz-hint" role="status">
          {unfinished.message} Until then it counts as unanswered.
        </p>
      )}
      <p className="quiz-actions">
        <button type="button" className="button primary" onClick={() => move({ type: 'next' })}>
          {last ? 'Review your answers' : 'Next question'}
        </button>
        <button
          type="button"
          className="button"
          disabled={exam.at === 0}
          onClick={() => move({ type: 'previous' })}
        >
          Previous
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={flagged}
          disabled={!mine}
          onClick={() => move({ type: 'flag' })}
        >
          {flagged ? '⚑ Flagged' : '⚐ Flag'}
        </button>
        <KeysButton onClick={() => setHelp(true)} />
      </p>
      <KeysHelp open={help} close={() => setHelp(false)} single={settings.keys} />
    </section>
  );
}
