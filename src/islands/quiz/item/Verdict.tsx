import type { FeedbackProps } from './AnswerFeedback.tsx';
import { type Ref, Suspense } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { isEmpty } from '#quiz/scoring/comparison.ts';
import { toPercent } from '#quiz/lib/fraction.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { typeOf } from '#quiz/types/index.ts';

/** Loaded while the learner thinks, so that it is there when they check. */
export const loadFeedback = () => import('./AnswerFeedback.tsx');
const Feedback = later(() => loadFeedback().then((part) => part.default));

interface Props extends FeedbackProps {
  /** Gets the focus after checking. */
  verdict: Ref<HTMLParagraphElement>;
}

/** The verdict on an answer, in words and never by colour alone, and below it everything that explains it. */
export function Verdict({ verdict, ...props }: Props) {
  const grading = gradeAnswer(props.question, props.answer, props.judge);
  const right = grading.kind === 'graded' && grading.right;
  const empty = isEmpty(typeOf(props.question).compare(props.question, props.answer));
  const percent = grading.kind === 'graded' ? toPercent(grading.partial) : 0;
  return (
    <>
      <div aria-live="polite">
        <p ref={verdict} tabIndex={-1} className="quiz-verdict" data-right={right}>
          {grading.kind === 'invalid' &&
            (empty ? '✗ Not answered.' : '✗ Answered only in part, so it counts as not answered.')}
          {right && '✓ Right.'}
          {grading.kind === 'graded' &&
            !right &&
            (percent > 0 ? `✗ Not quite: you get ${percent}\u00a0% of this question.` : '✗ Not right.')}
          {!right && props.certainty === 'high' && ' You felt sure, so this one is worth a second look.'}
        </p>
      </div>
      <Suspense fallback={<p>Loading the explanations …</p>}>
        <Feedback {...props} />
      </Suspense>
    </>
  );
}

/** Opens the board of the answer that is shown, where it has one: what the O key does. */
export const followBoardLink = (): void =>
  document.querySelector<HTMLAnchorElement>('[data-board-link]')?.click();
