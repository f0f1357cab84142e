import { Suspense, useEffect, useId, useRef, useState } from 'react';
import type { Answer } from '#model/quiz/answer.ts';
import type { BoardDescription } from '#model/layout/description.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import type { Grading, Judge } from '#quiz/scoring/grading.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { BoardDescribed } from './BoardDescribed.tsx';
import { later } from '#islands/status/lazyPart.tsx';
import { QuestionView } from './QuestionView.tsx';

interface Props {
  item: Item;
  /** Its board in words, described while the page was built; null where it has none. */
  board: BoardDescription | null;
  /** Where the sandbox and the bank are. */
  sandbox: string;
  bank: string;
}

/** Loaded while the reader thinks: what keeps and explains an answer is more than what asks for it. */
const loadRecorder = () => import('./recordLesson.ts');
const loadVerdict = () => import('./Verdict.tsx');
const Verdict = later(() => loadVerdict().then((part) => part.Verdict));

/** The verdict gets the focus once it is there, which is a moment after the check where it still has to load. */
const focus = (node: HTMLElement | null): void => node?.focus();

/** One question inside a lesson: one try, then every option explained. */
export default function QuizItem({ item, board, sandbox, bank }: Props) {
  const { question } = item;
  const [answer, setAnswer] = useState<Answer>(() => typeOf(question).emptyAnswer);
  const [grading, setGrading] = useState<Grading | null>(null);
  const [judge, setJudge] = useState<Judge | null>(null);
  const [ready, setReady] = useState(false);
  const [unkept, setUnkept] = useState(false);
  const stem = useRef<HTMLDivElement>(null);
  const message = useRef<HTMLParagraphElement>(null);
  const name = useId();
  const done = grading?.kind === 'graded';
  useEffect(() => {
    setReady(true);
    if (typeOf(question).form(question).form === 'changes')
      void import('#quiz/types/judgeBuild.ts').then(({ judgeBuild }) => setJudge(() => judgeBuild));
  }, [question]);

  const check = () => {
    if (done) return;
    // What is there unmoved is an answer too, once somebody checks it.
    const given = typeOf(question).untouched(question, answer, 0) ?? answer;
    setAnswer(given);
    const graded = gradeAnswer(question, given, judge);
    setGrading(graded);
    if (graded.kind !== 'graded') return;
    loadRecorder().then(
      ({ recordLesson }) => recordLesson(item, given, graded),
      () => setUnkept(true),
    );
  };
  useEffect(() => {
    if (grading?.kind === 'invalid') message.current?.focus();
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
            board={board && <BoardDescribed board={board} />}
            question={question}
            answer={answer}
            onChange={(changed) => {
              setAnswer(changed);
              loadRecorder().catch(() => undefined);
              loadVerdict().then(
                ({ loadFeedback }) => loadFeedback().catch(() => undefined),
                () => undefined,
              );
            }}
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
        <p ref={message} tabIndex={-1} className="quiz-verdict" role="alert">
          {grading.message}
        </p>
      )}
      {unkept && <p role="alert">This answer could not be kept: a part of the page did not load.</p>}
      {done && (
        <Suspense fallback={<p>Loading the explanations …</p>}>
          <Verdict
            item={item}
            question={question}
            answer={answer}
            certainty={null}
            judge={judge}
            bank={bank}
            sandbox={sandbox}
            contentVersion=""
            verdict={focus}
          />
        </Suspense>
      )}
    </section>
  );
}
