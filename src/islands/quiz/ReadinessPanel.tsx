import { useMemo, useState } from 'react';
import { type Catalogue, OBJECTIVES } from '#model/catalogue.ts';
import { BLUEPRINTS } from '#quiz/assemble.ts';
import { coverage, evidenceOf } from '#quiz/evidence.ts';
import { PASS_LINE } from '#quiz/exam.ts';
import { readiness } from '#quiz/readiness.ts';
import { today } from '#state/clock.ts';
import type { QuizSite } from './quizSite.ts';
import { useProgress } from './useProgress.ts';
import { WayBack } from './WayBack.tsx';
import { TableScroll } from './TableScroll.tsx';

/** A mock exam is recent for so many days. */
const RECENT = 21;
/** Share of the rules that must have been asked. */
const COVERED = 0.8;

/** An estimate that admits doubt: hidden under a least number of answers, and never a promise. */
export function ReadinessPanel({ catalogue, site }: { catalogue: Catalogue; site: QuizSite }) {
  const entries = useProgress((state) => state.entries);
  const [blueprintId, setBlueprintId] = useState(BLUEPRINTS[0]?.id ?? '');
  const day = today();
  const blueprint = BLUEPRINTS.find((b) => b.id === blueprintId) ?? BLUEPRINTS[0];
  const weights = blueprint?.weights ?? {};
  const estimate = useMemo(() => readiness(weights, evidenceOf(entries, day)), [weights, entries, day]);
  const rules = new Set(
    catalogue.items.filter((row) => row.objective in weights).flatMap((row) => row.rules),
  );
  const covered = coverage(entries, rules);
  const mock = entries.some(
    (e) => e.kind === 'exam' && e.blueprint === blueprint?.id && day - e.day <= RECENT,
  );
  const missing = Object.entries(estimate.missing);
  const shown = missing.length === 0;
  const percent = (share: number) => Math.round(share * 100);
  const onCourse =
    shown && estimate.interval.from >= PASS_LINE && covered.asked >= COVERED * covered.all && mock;
  const total = Object.values(weights).reduce((a, b) => a + b, 0);
  const most = Object.entries(weights)
    .map(([id, weight]) => ({ id, gain: (weight / total) * (1 - (estimate.mastery[id]?.value ?? 0.5)) }))
    .sort((a, b) => b.gain - a.gain)[0];
  return (
    <section aria-labelledby="readiness">
      <h2 id="readiness">Readiness</h2>
      <div className="quiz-item">
        <label className="quiz-text">
          <span>For</span>
          <select value={blueprintId} onChange={(event) => setBlueprintId(event.target.value)}>
            {BLUEPRINTS.map((b) => (
              <option key={b.id} value={b.id}>
                {b.title}
              </option>
            ))}
          </select>
        </label>
        {shown ? (
          <p className="quiz-figure">
            <strong>{percent(estimate.value)} %</strong> is the estimate of your score on this app’s
            questions, between {percent(estimate.interval.from)} and {percent(estimate.interval.to)} % with a
            chance of 80 %.
          </p>
        ) : (
          <p className="quiz-figure">
            <strong>Not enough answers yet:</strong>{' '}
            {missing.map(([id, n]) => `${id} needs ${n} more`).join(', ')}.
          </p>
        )}
        <ul className="quiz-conditions">
          <li data-met={shown && estimate.interval.from >= PASS_LINE}>
            The lower end is at {PASS_LINE * 100} % or above, a line of this app’s own
          </li>
          <li data-met={covered.asked >= COVERED * covered.all}>
            {covered.asked} of {covered.all} rules asked, at least {COVERED * 100} % are needed
          </li>
          <li data-met={mock}>A full mock exam within {RECENT} days</li>
        </ul>
        <p>
          {onCourse
            ? 'All three hold: you are on course, as far as this app’s questions can tell.'
            : most !== undefined && `Most to gain now: ${most.id} ${OBJECTIVES[most.id] ?? ''}.`}{' '}
          {most !== undefined && !onCourse && (
            <WayBack
              rules={
                new Set(
                  catalogue.items.filter((row) => row.objective === most.id).flatMap((row) => row.rules),
                )
              }
              site={site}
              catalogue={catalogue}
            />
          )}
        </p>
        <TableScroll name="By objective">
          <table className="quiz-table quiz-bars">
            <caption>By objective</caption>
            <thead>
              <tr>
                <th scope="col">Objective</th>
                <th scope="col">Weight</th>
                <th scope="col">Mastery, as estimated</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(weights).map(([id, weight]) => {
                const mastery = estimate.mastery[id];
                return (
                  <tr key={id}>
                    <th scope="row">
                      {id} {OBJECTIVES[id]}
                    </th>
                    <td>{weight} %</td>
                    <td>
                      {estimate.missing[id] === undefined && mastery !== undefined ? (
                        <>
                          <span className="quiz-bar" style={{ width: `${mastery.value * 70}%` }} />{' '}
                          {percent(mastery.value)} %
                        </>
                      ) : (
                        `${estimate.missing[id] ?? 0} more answers needed`
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableScroll>
        <p className="quiz-hint">
          Counted are mock exams and practice that mixes topics, the first answer to each rule and day; an
          answer counts half after 21 days. Weights chosen by this app. HashiCorp publishes none. It says
          nothing about the labs, which are the larger part of the exam.
        </p>
      </div>
    </section>
  );
}
