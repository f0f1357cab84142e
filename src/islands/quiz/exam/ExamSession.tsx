import { Suspense, useEffect, useRef, useState } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { type ExamData, parseExam } from '#model/quiz/session.ts';
import { type ExamMove, moveExam } from '#quiz/exam/exam.ts';
import { examEntries } from '#quiz/exam/report.ts';
import { describeLoadProblem, loadItems, loadJudge } from '#state/quiz/bank.ts';
import { dayOf, now } from '#state/app/clock.ts';
import { progressStore } from '#state/progress/progress.ts';
import { discardSession } from '#state/quiz/sessions.ts';
import { LoadFailed } from '../session/LoadFailed.tsx';
import { ExamClock } from './ExamClock.tsx';
import { ExamItem } from './ExamItem.tsx';
import { ExamReview } from './ExamReview.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useProgress } from '../session/useProgress.ts';
import { useSession } from '../session/useSession.ts';

/** The report, with every explanation, comes only when there is something to explain. */
const ExamReport = later(() => import('./ExamReport.tsx').then((part) => part.default));

interface Props {
  id: string;
  site: QuizSite;
  catalogue: Catalogue;
  onLeave: () => void;
  onBegin: (exam: ExamData) => void;
}

/** An exam that was begun: its items, its review screen, and after submitting its report. */
export function ExamSession({ id, site, catalogue, onLeave, onBegin }: Props) {
  const session = useSession(id, parseExam);
  if (session === 'loading') return <p role="status">Loading the exam …</p>;
  if (session === 'missing' || 'unreadable' in session)
    return (
      <p role="alert">
        {session === 'missing'
          ? 'This exam is not here: it was thrown away, or begun in another browser.'
          : 'This exam can’t be read. It is kept as it is.'}{' '}
        <button type="button" className="button" onClick={onLeave}>
          Choose another
        </button>
      </p>
    );
  const { data: exam, mine, change } = session;
  const move = (made: ExamMove) => {
    if (mine) change((data) => moveExam(data, made));
  };
  return (
    <>
      {!mine && (
        <p className="quiz-verdict" role="status">
          This exam is open in another tab. Here you can only look at it: close the other tab to answer here.
        </p>
      )}
      {exam.submittedAt === null ? (
        <Sitting
          exam={exam}
          mine={mine}
          move={move}
          site={site}
          throwAway={() => {
            onLeave();
            discardSession(id);
          }}
        />
      ) : (
        <Submitted
          id={id}
          exam={exam}
          site={site}
          catalogue={catalogue}
          onLeave={onLeave}
          onBegin={onBegin}
        />
      )}
    </>
  );
}

function Sitting({
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
  const since = useRef(now());
  const spend = () => {
    move({ type: 'spend', ms: now() - since.current });
    since.current = now();
  };
  const go = (made: ExamMove) => {
    if (exam.view === 'item') spend();
    since.current = now();
    move(made);
  };
  return (
    <>
      <ExamClock
        exam={exam}
        onEnd={() => go({ type: 'submit', now: now() })}
        onReview={exam.view === 'review' ? null : () => go({ type: 'review' })}
      />
      {exam.view === 'review' ? (
        <ExamReview exam={exam} mine={mine} move={go} site={site} throwAway={throwAway} />
      ) : (
        <ExamItem
          key={exam.at}
          exam={exam}
          mine={mine}
          move={go}
          answer={(answer) => move({ type: 'answer', answer })}
          site={site}
        />
      )}
    </>
  );
}

/** What was submitted is put into the log first; a tab that is killed meanwhile does it at the next visit. */
function Submitted({ id, exam, site, ...rest }: Props & { exam: ExamData }) {
  const entries = useProgress((state) => state.entries);
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const counted = entries.some((entry) => entry.kind === 'exam' && entry.session === id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a try; what is counted stays counted.
  useEffect(() => {
    if (counted) return;
    void (async () => {
      const [items, judge] = await Promise.all([loadItems(site.bank, exam.items), loadJudge()]);
      if (!items.ok) return setProblem(describeLoadProblem(items.problem));
      const made = examEntries(id, exam, items.value, judge, dayOf(exam.submittedAt ?? exam.startedAt));
      await progressStore.getState().add([...made.answers, made.exam]);
    })().catch(() => setProblem('The answers could not be checked.'));
  }, [counted, tries]);
  if (counted)
    return (
      <Suspense fallback={<p role="status">Loading the report …</p>}>
        <ExamReport id={id} exam={exam} site={site} {...rest} />
      </Suspense>
    );
  if (problem === null) return <p role="status">Checking your answers …</p>;
  return (
    <LoadFailed
      why={`${problem} Nothing is lost.`}
      retry={() => {
        setProblem(null);
        setTries(tries + 1);
      }}
    />
  );
}
