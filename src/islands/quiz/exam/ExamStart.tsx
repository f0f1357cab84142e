import { useEffect, useRef, useState } from 'react';
import { type Catalogue, OBJECTIVES } from '#model/quiz/catalogue.ts';
import { type ExamData, parseExam } from '#model/quiz/session.ts';
import { BLUEPRINTS, type Blueprint } from '#quiz/exam/assemble.ts';
import { EXTRA_TIME, type ExtraTime, PASS_LINE, startExam } from '#quiz/exam/exam.ts';
import { largestRemainder } from '#quiz/exam/largestRemainder.ts';
import { prepareExam, type ReadyExam } from '#state/quiz/examStart.ts';
import { now, timeText } from '#state/app/clock.ts';
import { newSeed } from '#state/progress/progress.ts';
import { sessionsOf } from '#state/quiz/sessions.ts';
import { OpenList } from '../session/OpenList.tsx';
import type { QuizSite } from '../quizSite.ts';
import { ShortWords } from '../session/ShortWords.tsx';
import { useProgress } from '../session/useProgress.ts';
import { TableScroll } from '../session/TableScroll.tsx';

interface Props {
  catalogue: Catalogue;
  site: QuizSite;
  onBegin: (exam: ExamData) => void;
  onOpen: (id: string) => void;
}

const EXTRA_WORDS: Readonly<Record<ExtraTime, string>> = {
  1: 'As planned',
  1.25: 'A quarter more',
  1.5: 'Half more',
  2: 'Twice the time',
  0: 'No clock',
};

/** What an exam is like, which one to sit, and those that were begun. */
export function ExamStart({ catalogue, site, onBegin, onOpen }: Props) {
  const [blueprintId, setBlueprintId] = useState(BLUEPRINTS[0]?.id ?? '');
  const [extra, setExtra] = useState<ExtraTime>(1);
  const [ready, setReady] = useState<(ReadyExam & { seed: number; blueprint: Blueprint }) | null>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const entries = useProgress((state) => state.entries);
  const blueprint = BLUEPRINTS.find((b) => b.id === blueprintId) ?? BLUEPRINTS[0];
  useEffect(() => {
    if (ready !== null) heading.current?.focus();
  }, [ready]);
  if (blueprint === undefined) return null;
  const prepare = async () => {
    setBusy(true);
    const seed = newSeed();
    setReady({ ...(await prepareExam(blueprint, catalogue, entries, seed)), seed, blueprint });
    setBusy(false);
  };
  const begin = () => {
    if (ready === null) return;
    const given = { seed: ready.seed, contentVersion: catalogue.version, now: now(), extra };
    onBegin(startExam(ready.blueprint, ready.assembled, ready.refs, given));
  };
  const minutes = extra === 0 ? null : blueprint.minutes * extra;
  if (ready !== null)
    return (
      <section className="quiz-item" aria-labelledby="exam-ready">
        <h2 id="exam-ready" ref={heading} tabIndex={-1}>
          {blueprint.title}: {ready.refs.length} questions
          {minutes === null ? ', no clock' : `, ${minutes} minutes`}
        </h2>
        <ShortWords short={ready.assembled.short} />
        <ul>
          <li>You see what was right only after you submit.</li>
          <li>
            You can change every answer until then. Press F to flag a question, R to review your answers and
            submit, ? to list the keys.
          </li>
          <li>
            If you close the page the clock goes on, and your answers are kept. You can submit early, or throw
            the exam away.
          </li>
        </ul>
        <p className="quiz-actions">
          <button type="button" className="button primary" onClick={begin}>
            Begin the exam
          </button>
          <button type="button" className="button" onClick={() => setReady(null)}>
            Choose again
          </button>
        </p>
      </section>
    );
  return (
    <>
      <OpenList site={site} />
      <Reports onOpen={onOpen} />
      <form
        className="quiz-item quiz-form"
        onSubmit={(event) => {
          event.preventDefault();
          void prepare();
        }}
      >
        <fieldset>
          <legend>Which exam</legend>
          {BLUEPRINTS.map((b) => (
            <label key={b.id} className="quiz-check">
              <input
                type="radio"
                name="blueprint"
                checked={b.id === blueprintId}
                onChange={() => setBlueprintId(b.id)}
              />
              <span>
                <strong>{b.title}</strong>, {b.count} questions in {b.minutes} minutes
              </span>
            </label>
          ))}
        </fieldset>
        <BlueprintTable blueprint={blueprint} catalogue={catalogue} />
        <label className="quiz-text">
          <span>Time</span>
          <select
            value={extra}
            onChange={(event) => setExtra(EXTRA_TIME.find((f) => f === Number(event.target.value)) ?? 1)}
          >
            {EXTRA_TIME.map((factor) => (
              <option key={factor} value={factor}>
                {EXTRA_WORDS[factor]}
                {factor === 0 ? '' : `: ${blueprint.minutes * factor} minutes`}
              </option>
            ))}
          </select>
        </label>
        <p className="quiz-actions">
          <button type="submit" className="button primary" disabled={busy}>
            {busy ? 'Preparing …' : 'Prepare the exam'}
          </button>
        </p>
      </form>
      <section aria-labelledby="exam-about">
        <h2 id="exam-about">What this is, and what it is not</h2>
        <p>
          The weights are this app’s own, and so is the pass line of {PASS_LINE * 100} %: HashiCorp publishes
          neither. A question counts only when all of it is right, since no rule for partly right answers is
          published.
        </p>
        <p>
          These are not official questions, and Runchain is not affiliated with HashiCorp or IBM. The real
          exam is mostly hands-on labs, which this does not replace: nothing here asks for 1a to 1d, 2a to 2d,
          modules (4) or plugin architecture (5a). Check the vendor’s page for price, version and rules before
          booking.
        </p>
      </section>
    </>
  );
}

function BlueprintTable({ blueprint, catalogue }: { blueprint: Blueprint; catalogue: Catalogue }) {
  const given = largestRemainder(blueprint.weights, blueprint.count);
  const inObjective = (id: string, generated: boolean) =>
    catalogue.items.filter((row) => row.objective === id && row.generated === generated).length;
  return (
    <>
      <p className="quiz-hint">
        The weights are chosen by this app: HashiCorp publishes none. An exam draws from the questions in the
        bank and from new boards that the simulator makes. Practice counts both together.
      </p>
      <TableScroll name="Weights">
        <table className="quiz-table">
          <caption className="visually-hidden">Weights and questions by objective</caption>
          <thead>
            <tr>
              <th scope="col">Objective</th>
              <th scope="col">Weight</th>
              <th scope="col">Questions</th>
              <th scope="col">In the bank</th>
              <th scope="col">Kinds of new board</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(blueprint.weights).map(([id, weight]) => (
              <tr key={id}>
                <th scope="row">
                  {id} {OBJECTIVES[id]}
                </th>
                <td>{weight} %</td>
                <td>{given[id]}</td>
                <td>{inObjective(id, false)}</td>
                <td>{inObjective(id, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

/** Reports of the exams that are over. */
function Reports({ onOpen }: { onOpen: (id: string) => void }) {
  const sessions = useProgress((state) => state.sessions);
  const exams = sessionsOf(sessions, 'exam').flatMap((record) => {
    const parsed = parseExam(record.data);
    return parsed.ok && parsed.value.submittedAt !== null ? [{ id: record.id, exam: parsed.value }] : [];
  });
  if (exams.length === 0) return null;
  return (
    <section aria-labelledby="exam-over">
      <h2 id="exam-over">Reports of your exams</h2>
      <ul className="quiz-list">
        {exams.map(({ id, exam }) => (
          <li key={id}>
            <span>
              {exam.title}, {timeText(exam.startedAt)}
            </span>
            <button type="button" className="button" onClick={() => onOpen(id)}>
              See the report<span className="visually-hidden"> of {timeText(exam.startedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
