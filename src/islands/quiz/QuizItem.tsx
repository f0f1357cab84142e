import { useEffect, useId, useRef, useState } from 'react';
import { cardOf } from '#model/catalogue.ts';
import type { Answer } from '#model/answer.ts';
import { answerFacts } from '#quiz/answerEntry.ts';
import { emptyAnswer, type Grading, grade, type Judge } from '#quiz/grade.ts';
import type { Item } from '#quiz/item.ts';
import { startOrder } from '#quiz/present.ts';
import { loadJudge } from '#state/bank.ts';
import { recordAnswer } from '#state/progress.ts';
import { Verdict } from './Verdict.tsx';
import { QuestionView } from './QuestionView.tsx';

interface Props {
  item: Item;
  /** Where the sandbox and the bank are. */
  sandbox: string;
  bank: string;
}

/** One question inside a lesson: one try, then every option explained. */
export default function QuizItem({ item, sandbox, bank }: Props) {
  const { question, seed } = item;
  const [answer, setAnswer] = useState<Answer>(() => emptyAnswer(question));
  const [grading, setGrading] = useState<Grading | null>(null);
  const [judge, setJudge] = useState<Judge | null>(null);
  const [ready, setReady] = useState(false);
  const stem = useRef<HTMLDivElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const name = useId();
  const done = grading?.kind === 'graded';
  useEffect(() => {
    setReady(true);
    if (question.type === 'build') void loadJudge().then((found) => setJudge(() => found));
  }, [question.type]);

  const check = () => {
    if (done) return;
    // What stands there unmoved is an answer too, once somebody checks it.
    const given: Answer =
      question.type === 'order' && answer.kind === 'order' && answer.things.length === 0
        ? { kind: 'order', things: startOrder(question.things, 0, question.id) }
        : answer;
    setAnswer(given);
    const graded = grade(question, given, judge);
    setGrading(graded);
    if (graded.kind !== 'graded') return;
    const ref = {
      id: question.id,
      seed,
      objective: question.objective,
      topic: question.topic,
      card: cardOf(question),
    };
    recordAnswer(
      answerFacts(ref, item, given, graded, {
        mode: 'lesson',
        certainty: null,
        ms: null,
        contentVersion: '',
        session: null,
      }),
    );
  };
  useEffect(() => {
    if (grading !== null) verdict.current?.focus();
  }, [grading]);

  return (
    <section className="quiz-item">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <fieldset disabled={!ready} className="quiz-plain">
          <QuestionView
            item={item}
            question={question}
            answer={answer}
            onChange={setAnswer}
            disabled={done}
            checked={done}
            name={name}
            seed={0}
            stem={stem}
          />
          {!done && (
            <p className="quiz-actions">
              <button type="submit" className="button primary">
                Check answer
              </button>
            </p>
          )}
        </fieldset>
      </form>
      {grading?.kind === 'invalid' && (
        <p ref={verdict} tabIndex={-1} className="quiz-verdict" role="alert">
          {grading.message}
        </p>
      )}
      {done && (
        <Verdict
          item={item}
          question={question}
          answer={answer}
          certainty={null}
          judge={judge}
          bank={bank}
          sandbox={sandbox}
          contentVersion=""
          verdict={verdict}
        />
      )}
    </section>
  );
}
