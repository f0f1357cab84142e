import { Suspense } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { type ItemRef, parsePlay } from '#model/quiz/session.ts';
import { movePlay, type PlayMove } from '#quiz/practice/play.ts';
import { now } from '#state/app/clock.ts';
import { PlayStep } from './PlayStep.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useSession } from './useSession.ts';

/** The end of a session comes when it is there. */
const PlaySummary = later(() => import('./PlaySummary.tsx').then((part) => part.default));

interface Props {
  id: string;
  site: QuizSite;
  /** Back to the start of the page. */
  onLeave: () => void;
  /** Starts another session with these items. */
  onDrill: (refs: readonly ItemRef[], another: boolean) => void;
}

/** A session of practice, drill or review: one item after another, kept after every change. */
export function PlaySession({ id, site, onLeave, onDrill }: Props) {
  const session = useSession(id, parsePlay);
  if (session === 'loading') return <p role="status">Loading the session …</p>;
  if (session === 'missing' || 'unreadable' in session)
    return (
      <p role="alert">
        {session === 'missing'
          ? 'This session is not here: it was thrown away, or begun in another browser.'
          : 'This session can’t be read. It is kept as it is.'}{' '}
        <button type="button" className="button" onClick={onLeave}>
          Choose another
        </button>
      </p>
    );
  const { data: play, mine } = session;
  const move = (made: PlayMove) => {
    if (mine) session.change((data) => movePlay(data, made));
  };
  const step = play.steps[play.at];
  return (
    <>
      {!mine && (
        <p className="quiz-verdict" role="status">
          This session is open in another tab. Here you can only look at it: close the other tab to answer
          here.
        </p>
      )}
      {play.notes.map((note) => (
        <p key={note} className="quiz-hint">
          {note}
        </p>
      ))}
      {play.doneAt !== null || step === undefined ? (
        <Suspense fallback={<p role="status">Adding up …</p>}>
          <PlaySummary
            id={id}
            play={play}
            site={site}
            onLeave={onLeave}
            onDrill={onDrill}
            finish={() => move({ type: 'finish', now: now() })}
            goOn={() => move({ type: 'goOn' })}
            mine={mine}
          />
        </Suspense>
      ) : (
        <PlayStep
          key={`${play.at}/${step.id}`}
          id={id}
          play={play}
          step={step}
          mine={mine}
          move={move}
          site={site}
        />
      )}
    </>
  );
}
