import { useEffect, useRef, useState } from 'react';
import { type Catalogue, OBJECTIVES } from '#model/catalogue.ts';
import { type ExamData, parseExam } from '#model/session.ts';
import { BLUEPRINTS, type Blueprint } from '#quiz/assemble.ts';
import { EXTRA_TIME, type ExtraTime, PASS_LINE, startExam } from '#quiz/exam.ts';
import { seats } from '#quiz/seats.ts';
import { prepareExam, type ReadyExam } from '#state/examStart.ts';
import { now, timeText } from '#state/clock.ts';
import { newSeed } from '#state/progress.ts';
import { sessionsOf } from '#state/sessions.ts';
import { ShortWords } from './ShortWords.tsx';
import { useProgress } from './useProgress.ts';
import { TableScroll } from './TableScroll.tsx';

interface Props {
  catalogue: Catalogue;
  onBegin: (exam: ExamData) => void;
  onOpen: (id: string) => void;
}

const EXTRA_WORDS: Readonly<Record<ExtraTime, string>> = {
  1: 'As planned',
  1.25: 'A quarter more',
  1.5: 'Half as much again',
  2: 'Twice the time',
  0: 'No clock',
};

/** What an exam is like, which one to sit, and those that were begun. */
export function ExamStart({ catalogue, onBegin, onOpen }: Props) {
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
          <li>Nothing tells right from wrong before you submit.</li>
          <li>
            Every answer can be changed until then. F flags, R opens the review screen, ? lists the keys.
          </li>
          <li>The clock goes on when you close the page. What you answered is kept.</li>
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
      <Begun onOpen={onOpen} />
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
          Weights chosen by this app. HashiCorp publishes none. No pass mark is published either: the line of{' '}
          {PASS_LINE * 100} % is this app’s own. An item counts when all of it is right, since no rule for
          parts is published.
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
  const given = seats(blueprint.weights, blueprint.count);
  return (
    <TableScroll name="Weights">
      <table className="quiz-table">
        <caption>Weights chosen by this app. HashiCorp publishes none.</caption>
        <thead>
          <tr>
            <th scope="col">Objective</th>
            <th scope="col">Weight</th>
            <th scope="col">Questions</th>
            <th scope="col">In the bank</th>
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
              <td>{catalogue.items.filter((row) => row.objective === id && !row.generated).length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Exams that are going on, and reports of those that are over. */
function Begun({ onOpen }: { onOpen: (id: string) => void }) {
  const sessions = useProgress((state) => state.sessions);
  const exams = sessionsOf(sessions, 'exam').flatMap((record) => {
    const parsed = parseExam(record.data);
    return parsed.ok ? [{ id: record.id, exam: parsed.value }] : [];
  });
  if (exams.length === 0) return null;
  return (
    <section aria-labelledby="exam-begun">
      <h2 id="exam-begun">Your exams</h2>
      <ul className="quiz-list">
        {exams.slice(0, 12).map(({ id, exam }) => (
          <li key={id}>
            <span>
              {exam.title}, begun {timeText(exam.startedAt)}
            </span>
            <button type="button" className="button" onClick={() => onOpen(id)}>
              {exam.submittedAt === null ? 'Go on' : 'Report'}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
