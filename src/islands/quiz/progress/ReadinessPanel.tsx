import type { ReactNode } from 'react';
import { BLUEPRINTS, type Blueprint } from '#quiz/exam/assemble.ts';
import { PASS_LINE } from '#quiz/exam/exam.ts';
import type { Conditions } from '#quiz/progress/nextSteps.ts';
import { COVERED, NEEDED, type Readiness, RECENT } from '#quiz/progress/readiness.ts';
import { percent, rangeText } from './describeNumbers.ts';
import './dashboard.css';
import './charts.css';

interface Props {
  blueprint: Blueprint;
  onBlueprint: (id: string) => void;
  estimate: Readiness;
  conditions: Conditions;
}

/** An estimate that admits doubt: hidden under a least number of answers, and never a promise. */
export function ReadinessPanel({ blueprint, onBlueprint, estimate, conditions }: Props) {
  const { shown, line, rules, mock, onCourse } = conditions;
  const missing = Object.entries(estimate.missing);
  return (
    <section className="quiz-item dash-readiness" aria-labelledby="readiness">
      <div className="dash-head">
        <h2 id="readiness">Readiness</h2>
        <label>
          <span className="visually-hidden">For which part of the exam</span>
          <select value={blueprint.id} onChange={(event) => onBlueprint(event.target.value)}>
            {BLUEPRINTS.map((b) => (
              <option key={b.id} value={b.id}>
                {b.title}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown ? (
        <>
          <p className="dash-figure-line">
            <strong>{percent(estimate.value)}</strong> <span>{rangeText(estimate.interval)}</span>
          </p>
          <Gauge value={estimate.value} interval={estimate.interval} />
          <p>
            This estimates your score on this app’s questions. 8 times out of 10 your score lies in the range.{' '}
            {onCourse &&
              'All three conditions are met: you are on course, as far as these questions can tell.'}
          </p>
        </>
      ) : (
        <>
          <p className="dash-figure-line">
            <strong className="words">Not enough answers yet</strong>
          </p>
          <p>
            Each objective needs {NEEDED} fresh answers from mock exams or mixed practice:{' '}
            {missing.every(([, n]) => n === NEEDED) && missing.length === Object.keys(estimate.mastery).length
              ? 'none has any yet.'
              : `${missing.map(([id, n]) => `${id} needs ${n} more`).join(', ')}.`}
          </p>
        </>
      )}
      <ul className="quiz-conditions">
        <Condition met={line}>
          the lower end of the range at {PASS_LINE * 100} % or above, a line of this app’s own
        </Condition>
        <Condition met={rules.met}>
          at least {COVERED * 100} % of the rules of this part asked: {rules.asked} of {rules.all} so far
        </Condition>
        <Condition met={mock}>a full mock exam within {RECENT} days</Condition>
      </ul>
      <details className="dash-table">
        <summary>What it counts</summary>
        <p className="quiz-hint">
          It weighs what you know of each objective below, by weights of this app (HashiCorp publishes none).
          The first answer to each rule on a day counts, and counts half after 21 days. It says nothing about
          the labs, which are the larger part of the exam.
        </p>
      </details>
    </section>
  );
}

const Condition = ({ met, children }: { met: boolean; children: ReactNode }) => (
  <li data-met={met}>{children}</li>
);

/** The range on a line from 0 to 100 %, with the line of the app: the numbers are beside it as text. */
function Gauge({ value, interval }: { value: number; interval: { from: number; to: number } }) {
  const at = (share: number) => `${share * 100}%`;
  return (
    <svg className="dash-chart dash-gauge" width="100%" height="52" aria-hidden="true">
      <rect className="track" x="0" width="100%" y="8" height="18" rx="4" />
      <rect
        className="interval"
        x={at(interval.from)}
        width={at(interval.to - interval.from)}
        y="11"
        height="12"
        rx="6"
      />
      <circle className="dot" cx={at(value)} cy="17" r="7" />
      <line className="line" x1={at(PASS_LINE)} x2={at(PASS_LINE)} y1="2" y2="32" />
      <text className="tick" x="0" y="46">
        0
      </text>
      <text className="tick" x={at(PASS_LINE)} y="46" textAnchor="middle">
        {PASS_LINE * 100} %
      </text>
      <text className="tick" x="100%" y="46" textAnchor="end">
        100
      </text>
    </svg>
  );
}
