import { useEffect, useRef, useState } from 'react';
import type { OpenThing } from '#quiz/practice/openSessions.ts';
import { timeText } from '#state/app/clock.ts';
import { discardSession, sessionHash } from '#state/quiz/sessions.ts';
import type { QuizSite } from '../quizSite.ts';
import { ThrowAwayExam } from '../exam/ThrowAwayExam.tsx';
import { useOpen } from './useOpen.ts';

/** So many are shown at once; the others unfold. */
const SHOWN = 2;

/** Everything that was begun and is not over, on each page of questions: go on with it, or throw it away. */
export function OpenList({ site }: { site: QuizSite }) {
  const open = useOpen();
  const [thrown, setThrown] = useState<{ title: string; undo: () => void } | null>(null);
  const [asking, setAsking] = useState<OpenThing | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (thrown !== null) undo.current?.focus();
  }, [thrown]);
  if (open.length === 0 && thrown === null) return null;
  const throwAway = ({ id, title }: OpenThing) => setThrown({ title, undo: discardSession(id) });
  const row = (thing: OpenThing) => (
    <Row
      key={thing.id}
      thing={thing}
      site={site}
      onThrow={() => (thing.kind === 'exam' ? setAsking(thing) : throwAway(thing))}
    />
  );
  return (
    <section aria-labelledby="still-open" className="quiz-open">
      <h2 id="still-open" ref={heading} tabIndex={-1}>
        Still open{open.length > 0 && `: ${open.length}`}
      </h2>
      {open.length > 0 && <ul className="quiz-list">{open.slice(0, SHOWN).map(row)}</ul>}
      {open.length > SHOWN && (
        <details>
          <summary>Show {open.length - SHOWN} more</summary>
          <ul className="quiz-list">{open.slice(SHOWN).map(row)}</ul>
        </details>
      )}
      <p role="status">
        {thrown !== null && (
          <>
            Thrown away: {thrown.title}.{' '}
            <button
              type="button"
              className="button"
              ref={undo}
              onClick={() => {
                thrown.undo();
                setThrown(null);
                heading.current?.focus();
              }}
            >
              Undo
            </button>
          </>
        )}
      </p>
      {asking !== null && (
        <ThrowAwayExam
          answered={asking.answered}
          close={() => setAsking(null)}
          confirm={() => {
            setAsking(null);
            throwAway(asking);
          }}
        />
      )}
    </section>
  );
}

function Row({ thing, site, onThrow }: { thing: OpenThing; site: QuizSite; onThrow: () => void }) {
  const { id, kind, title, answered, total, begunAt, usedAt, timeUp } = thing;
  const when = begunAt === null ? `last used ${timeText(usedAt)}` : `begun ${timeText(begunAt)}`;
  const to = timeUp ? 'Submit and see the report' : 'Go on';
  return (
    <li>
      <span>
        <strong>{title}</strong>
        <span className="quiz-hint quiz-meta">
          {answered} of {total} answered, {when}
          {timeUp && ', time is up'}
        </span>
      </span>
      <span className="quiz-actions">
        <a className="button" href={`${site[kind]}${sessionHash(id)}`} aria-label={`${to}: ${title}`}>
          {to}
        </a>
        <button type="button" className="button quiet" aria-label={`Throw away: ${title}`} onClick={onThrow}>
          Throw away
        </button>
      </span>
    </li>
  );
}
