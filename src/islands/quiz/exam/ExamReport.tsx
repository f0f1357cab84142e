import { useEffect, useMemo, useRef } from 'react';
import { type Catalogue, OBJECTIVES, topicTitle } from '#model/quiz/catalogue.ts';
import type { ExamData } from '#model/quiz/session.ts';
import { PASS_LINE } from '#quiz/exam/exam.ts';
import { filterText } from '#quiz/practice/filterText.ts';
import { type ReportRow, reaches, reportRows, strictShare, totalOf } from '#quiz/exam/report.ts';
import { toPercent } from '#quiz/lib/fraction.ts';
import { now } from '#state/app/clock.ts';
import { pageAddress } from '#state/app/pageAddress.ts';
import { startRetry } from '#state/quiz/playStart.ts';
import { sessionHash } from '#state/quiz/sessions.ts';
import { ShortWords } from '../session/ShortWords.tsx';
import { FoldedItem } from '../item/ItemReview.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useProgress } from '../session/useProgress.ts';
import { WayBack } from '../session/WayBack.tsx';
import { TableScroll } from '../session/TableScroll.tsx';

/** How many of the doubtful items are open at first; a page of forty would drown them. */
const OPEN = 5;

interface Props {
  id: string;
  exam: ExamData;
  site: QuizSite;
  catalogue: Catalogue;
  onLeave: () => void;
  onBegin: (exam: ExamData) => void;
}

/** The report of an exam, counted from the log: the score that was given, by objective and topic, and every item. */
export default function ExamReport({ id, exam, site, catalogue, onLeave, onBegin }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const entries = useProgress((state) => state.entries);
  const answers = useMemo(
    () => entries.flatMap((e) => (e.kind === 'answer' && e.session === id && e.mode === 'exam' ? [e] : [])),
    [entries, id],
  );
  useEffect(() => heading.current?.focus(), []);
  const total = totalOf(answers);
  const strict = new Map(answers.map((answer) => [answer.id, answer.strict]));
  const passed = reaches(total, PASS_LINE);
  const wrong = exam.items.filter((_, i) => strict.get(`${id}-${i}`) === false);
  const again = () => {
    const started = now();
    onBegin({
      ...exam,
      startedAt: started,
      endsAt: exam.minutes === null ? null : started + exam.minutes * 60_000,
      at: 0,
      view: 'item',
      answers: {},
      flags: [],
      ms: exam.items.map(() => 0),
      submittedAt: null,
      expired: false,
    });
  };
  const retry = async () => {
    const session = await startRetry(wrong, catalogue, false);
    location.assign(pageAddress(`${site.practice}${sessionHash(session)}`));
  };
  const rulesOf = (by: 'objective' | 'topic', row: string) =>
    new Set(answers.filter((a) => a[by] === row).flatMap((a) => a.rules));
  const all = exam.items.map((_, i) => i);
  const isDoubtful = (i: number) => strict.get(`${id}-${i}`) !== true || exam.flags.includes(i);
  const doubtful = all.filter(isDoubtful);
  const certain = all.filter((i) => !isDoubtful(i));
  const item = (i: number, open: boolean) => {
    const ref = exam.items[i];
    if (ref === undefined) return null;
    const right = strict.get(`${id}-${i}`);
    const given = exam.answers[i] !== undefined;
    const state =
      right === undefined ? '– not counted' : right ? '✓ right' : given ? '✗ wrong' : '✗ not answered';
    const flag = exam.flags.includes(i) ? ', ⚑ flagged' : '';
    return (
      <FoldedItem
        key={ref.id}
        summary={`${i + 1}. ${state}${flag} · ${ref.objective}, ${topicTitle(ref.topic)}`}
        open={open}
        reference={ref}
        answer={exam.answers[i] ?? null}
        certainty={null}
        seed={exam.seed}
        contentVersion={exam.contentVersion}
        site={site}
      />
    );
  };
  return (
    <>
      <section className="quiz-item" aria-labelledby="exam-report">
        <h2 id="exam-report" ref={heading} tabIndex={-1}>
          {total.right} of {total.asked} right: {toPercent(strictShare(total))} %
        </h2>
        <p>
          {exam.expired && 'Your time was up, so what you had answered was submitted. '}
          That is {passed ? 'above' : 'below'} the pass line of {PASS_LINE * 100} %, which is this app’s own:
          HashiCorp publishes none. With partly right answers counted it is {toPercent(total.partial)} %.
          Nobody outside knows whether the real exam counts them.
        </p>
        <ShortWords short={exam.short} />
        <p className="quiz-actions">
          {wrong.length > 0 && (
            <button type="button" className="button primary" onClick={() => void retry()}>
              Retry your {wrong.length === 1 ? 'mistake' : `${wrong.length} mistakes`}
            </button>
          )}
          <button type="button" className="button" onClick={again}>
            Sit the same exam again
          </button>
          <button type="button" className="button" onClick={onLeave}>
            Choose another exam
          </button>
          {exam.flags.length > 0 && (
            <a className="button" href={`${site.practice}#${filterText({ selection: 'exam-flags' })}`}>
              Practise what you flagged
            </a>
          )}
        </p>
      </section>
      <Rows
        title="By objective"
        rows={reportRows(answers, 'objective')}
        name={(row) => `${row} ${OBJECTIVES[row] ?? ''}`}
        rules={(row) => rulesOf('objective', row)}
        site={site}
        catalogue={catalogue}
      />
      <Rows
        title="By topic"
        rows={reportRows(answers, 'topic')}
        name={topicTitle}
        rules={(row) => rulesOf('topic', row)}
        site={site}
        catalogue={catalogue}
      />
      <section aria-labelledby="exam-items">
        <h2 id="exam-items">Go through it</h2>
        <p>Start with what was wrong and what you flagged: this is where you learn most.</p>
        {doubtful.map((i, place) => item(i, place < OPEN))}
        {doubtful.length === 0 && <p>Nothing was wrong, and you flagged nothing. Try the other exam next.</p>}
        {certain.length > 0 && <h3>Right and not flagged</h3>}
        {certain.map((i) => item(i, false))}
      </section>
      <p className="quiz-hint">
        This tells you about this app’s questions. It tells you nothing about the labs, which are the larger
        part of the exam.
      </p>
    </>
  );
}

function Rows({
  title,
  rows,
  name,
  rules,
  site,
  catalogue,
}: {
  title: string;
  rows: readonly ReportRow[];
  name: (id: string) => string;
  rules: (id: string) => ReadonlySet<string>;
  site: QuizSite;
  catalogue: Catalogue;
}) {
  return (
    <TableScroll name={title}>
      <table className="quiz-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{title.slice(3).replace(/^./, (c) => c.toUpperCase())}</th>
            <th scope="col">Right</th>
            <th scope="col">With partly right</th>
            <th scope="col">Time</th>
            <th scope="col">Go back to</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{name(row.id)}</th>
              <td>
                {row.right} of {row.asked}
              </td>
              <td>{toPercent(row.partial)} %</td>
              <td>{durationText(row.ms)}</td>
              <td>
                <WayBack rules={rules(row.id)} site={site} catalogue={catalogue} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const durationText = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};
