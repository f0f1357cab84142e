import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Answer } from '#model/quiz/answer.ts';
import type { Certainty } from '#model/quiz/entry.ts';
import type { PlayData, PlayedStep } from '#model/quiz/session.ts';
import { answerFacts } from '#quiz/progress/answerEntry.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { isRevealed, type PlayMove } from '#quiz/practice/play.ts';
import { typeOf } from '#quiz/types/index.ts';
import { now } from '#state/app/clock.ts';
import { progressStore, recordAnswer } from '#state/progress/progress.ts';
import { quizSettings } from '#state/quiz/quizSettings.ts';
import { CertaintyFields, certaintyAt } from '../item/Certainty.tsx';
import { isFlagged, toggleFlag } from '../practice/flags.ts';
import { ItemPending } from '../item/ItemPending.tsx';
import { KeysButton, KeysHelp } from './KeysHelp.tsx';
import { chooseByNumber } from '../item/OptionList.tsx';
import { LayoutText } from '../item/LayoutText.tsx';
import { QuestionView } from '../item/QuestionView.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useItem } from '../item/useItem.ts';
import { useProgress } from './useProgress.ts';
import { useQuizKeys } from './useQuizKeys.ts';
import { followBoardLink, loadFeedback, Verdict } from '../item/Verdict.tsx';

interface Props {
  id: string;
  play: PlayData;
  step: PlayedStep;
  mine: boolean;
  move: (move: PlayMove) => void;
  site: QuizSite;
}

/** One item of a session: answering it, how sure one is, the verdict, and on to the next. */
export function PlayStep({ id, play, step, mine, move, site }: Props) {
  const name = useId();
  const entries = useProgress((state) => state.entries);
  const sessions = useProgress((state) => state.sessions);
  const settings = quizSettings(entries);
  const { found, item, judge, retry } = useItem(site.bank, step);
  const question = useMemo(
    () => (item === null ? null : typeOf(item.question).present(item.question, play.seed)),
    [item, play.seed],
  );
  const [asking, setAsking] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const stem = useRef<HTMLDivElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const sure = useRef<HTMLButtonElement>(null);
  const since = useRef(now());
  const committing = useRef(false);
  const graded = step.strict !== null;
  const revealed = isRevealed(play, step);
  const last = play.at === play.steps.length - 1;
  const gone = found?.ok === true && found.value === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the question is there.
  useEffect(() => {
    if (question !== null) (revealed ? verdict : stem).current?.focus();
  }, [question === null]);
  useEffect(() => void loadFeedback(), []);
  useEffect(() => {
    if (asking) sure.current?.focus();
  }, [asking]);
  useEffect(() => {
    if (revealed) verdict.current?.focus();
  }, [revealed]);

  const answer = question === null ? null : (step.answer ?? typeOf(question).emptyAnswer);
  const change = (given: Answer) => {
    setMessage(null);
    setAsking(false);
    move({ type: 'answer', answer: given });
  };
  const commit = (certainty: Certainty | null) => {
    if (item === null || question === null || answer === null) return;
    if (graded || !mine || committing.current) return;
    committing.current = true;
    const grading = gradeAnswer(question, answer, judge);
    const strict = grading.kind === 'graded' && grading.right;
    const entry = recordAnswer(
      answerFacts(step, item, answer, grading, {
        mode: step.again ? 'drill' : play.mode,
        certainty,
        ms: step.ms + now() - since.current,
        contentVersion: play.contentVersion,
        session: id,
      }),
    );
    move({ type: 'spend', ms: now() - since.current });
    if (certainty !== null) move({ type: 'sure', certainty });
    move({ type: 'graded', strict, entry: entry.id });
    setAsking(false);
    if (play.feedback === 'end') next();
  };
  const check = () => {
    if (question === null || answer === null || graded) return;
    const untouched = typeOf(question).untouched(question, answer, play.seed);
    if (untouched !== null) {
      change(untouched);
      return setMessage('You haven’t moved anything. Check again to submit this order.');
    }
    const grading = gradeAnswer(question, answer, judge);
    if (grading.kind === 'invalid') return setMessage(grading.message);
    setMessage(null);
    if (play.certainty) setAsking(true);
    else commit(null);
  };
  const next = () => {
    if (!graded) move({ type: 'spend', ms: now() - since.current });
    move({ type: 'next' });
    if (last) move({ type: 'finish', now: now() });
  };
  const stop = () => {
    if (!graded) move({ type: 'spend', ms: now() - since.current });
    move({ type: 'finish', now: now() });
  };
  const choose = (n: number) => {
    if (asking) {
      const certainty = certaintyAt(n);
      if (certainty !== undefined) commit(certainty);
      return;
    }
    if (question === null || answer === null || graded || !mine) return;
    const chosen = chooseByNumber(question, answer, n);
    if (chosen !== null) change(chosen);
  };
  const flagged = useMemo(() => isFlagged(entries, sessions, step), [entries, sessions, step]);
  const flag = () => toggleFlag(step, flagged);
  useQuizKeys(
    {
      choose,
      enter: () => (graded ? next() : asking ? undefined : check()),
      flag,
      next,
      previous: () => move({ type: 'previous' }),
      sandbox: revealed ? followBoardLink : undefined,
      stop: mine ? stop : undefined,
      help: () => setHelp(true),
    },
    settings.keys,
  );
  const easy = entries.some((entry) => entry.kind === 'easy' && entry.answer === step.entry);
  return (
    <section className="quiz-item" aria-label={`Question ${play.at + 1} of ${play.steps.length}`}>
      <div className="quiz-bar-top">
        <progress
          className="quiz-progress"
          value={play.steps.filter((other) => other.strict !== null).length}
          max={play.steps.length}
          aria-label="Answered so far"
        />
        <button type="button" className="button" onClick={stop} disabled={!mine}>
          Stop
        </button>
      </div>
      <ItemPending found={found} gone="Go on to the next one: this one counts for nothing." retry={retry} />
      {item !== null && question !== null && answer !== null && (
        <>
          <QuestionView
            item={item}
            board={item.scenario && <LayoutText scenario={item.scenario} />}
            question={question}
            answer={answer}
            onChange={change}
            disabled={graded || !mine}
            checked={revealed}
            name={name}
            seed={play.seed}
            stem={stem}
            place={`Question ${play.at + 1} of ${play.steps.length}${step.again ? ', again' : ''}`}
          />
          {message !== null && (
            <p className="quiz-verdict" role="alert">
              {message}
            </p>
          )}
          {asking && !graded && (
            <CertaintyFields
              first={sure}
              single={settings.keys}
              onChoose={commit}
              back={() => setAsking(false)}
            />
          )}
          {graded && !revealed && (
            <p className="quiz-hint">Answered. The result comes at the end of the session.</p>
          )}
          {revealed && (
            <Verdict
              item={item}
              question={question}
              answer={answer}
              certainty={step.certainty}
              judge={judge}
              bank={site.bank}
              sandbox={site.sandbox}
              contentVersion={play.contentVersion}
              verdict={verdict}
            />
          )}
        </>
      )}
      <p className="quiz-actions">
        {!graded && !asking && question !== null && (
          <button type="button" className="button primary" onClick={check} disabled={!mine}>
            Check answer
          </button>
        )}
        {(graded || gone) && (
          <button type="button" className="button primary" onClick={next}>
            {last ? 'See your results' : 'Next question'}
          </button>
        )}
        {!graded && !asking && !gone && (
          <button type="button" className="button" onClick={next}>
            {last ? 'Skip and see your results' : 'Skip'}
          </button>
        )}
        {play.at > 0 && (
          <button type="button" className="button" onClick={() => move({ type: 'previous' })}>
            Previous
          </button>
        )}
        {revealed && step.strict === true && step.entry !== null && !step.again && (
          <button
            type="button"
            className="button"
            disabled={easy}
            onClick={() => {
              if (step.entry !== null)
                void progressStore.getState().append({ kind: 'easy', answer: step.entry });
            }}
          >
            {easy ? 'Marked as too easy' : 'Too easy'}
          </button>
        )}
        <button type="button" className="button" aria-pressed={flagged} onClick={flag}>
          {flagged ? '⚑ Flagged' : '⚐ Flag'}
        </button>
        <KeysButton onClick={() => setHelp(true)} />
      </p>
      <KeysHelp open={help} close={() => setHelp(false)} single={settings.keys} />
    </section>
  );
}
