import { counted } from '#model/wording/counted.ts';
import type { ReactNode } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { filterText } from '#quiz/practice/filterText.ts';
import { ENOUGH, isEnough, type WeakRule } from '#quiz/progress/mastery.ts';
import type { QuizSite } from '../quizSite.ts';
import { rangeText } from './describeNumbers.ts';

const SHOWN = 6;

/** The rules that most is missed about, each with ways to mend that. */
export function WeakestRules({
  weakest,
  catalogue,
  site,
  ruleLink,
  claimOf,
}: {
  weakest: readonly WeakRule[];
  catalogue: Catalogue;
  site: QuizSite;
  ruleLink: (rule: string) => ReactNode;
  claimOf: (rule: string) => string | null;
}) {
  return (
    <section aria-labelledby="weakest">
      <h2 id="weakest">Weakest rules</h2>
      {weakest.length === 0 ? (
        <p>
          Nothing yet. A rule appears here once you miss a question about it:{' '}
          <a href={site.practice}>practise a few</a>.
        </p>
      ) : (
        <ol className="dash-weakest">
          {weakest.slice(0, SHOWN).map((row) => (
            <li key={row.rule} className="quiz-item">
              <p className="dash-weak-head">
                <strong>{ruleLink(row.rule)}</strong>
                <span>
                  {row.right} of {row.answers} right
                  <span className="quiz-hint">
                    {' '}
                    you probably know {rangeText(row.interval)}
                    {isEnough(row, ENOUGH.rule) ? '' : ', with few answers to tell'}
                  </span>
                </span>
              </p>
              <svg className="dash-chart" width="100%" height="12" aria-hidden="true">
                <rect className="track" width="100%" height="12" rx="3" />
                <rect
                  className={isEnough(row, ENOUGH.rule) ? 'interval' : 'interval loose'}
                  x={`${row.interval.from * 100}%`}
                  width={`${(row.interval.to - row.interval.from) * 100}%`}
                  y="3"
                  height="6"
                  rx="3"
                />
                <circle
                  className={isEnough(row, ENOUGH.rule) ? 'dot' : 'dot loose'}
                  cx={`${row.value * 100}%`}
                  cy="6"
                  r="5"
                />
              </svg>
              {claimOf(row.rule) !== null && <p className="dash-claim">{claimOf(row.rule)}</p>}
              <Ways rule={row.rule} catalogue={catalogue} site={site} />
            </li>
          ))}
        </ol>
      )}
      {weakest.length > SHOWN && (
        <p className="quiz-hint">
          You’ve missed something about {counted(weakest.length - SHOWN, 'more rule')}: see the table by rule.
        </p>
      )}
    </section>
  );
}

/** A session on the rule, the lesson that has it, a level where it decides. */
function Ways({ rule, catalogue, site }: { rule: string; catalogue: Catalogue; site: QuizSite }) {
  const n = catalogue.items.filter((row) =>
    row.generated ? row.rules[0] === rule : row.rules.includes(rule),
  ).length;
  const lesson = catalogue.lessons.find(({ facts }) => facts.includes(rule));
  const level = catalogue.levels.find(({ rules }) => rules.includes(rule));
  return (
    <p className="quiz-actions">
      {n > 0 && (
        <a className="button" href={`${site.practice}#${filterText({ rules: [rule] })}`}>
          Practise {rule}
          <span className="quiz-hint">{counted(n, 'question')}</span>
        </a>
      )}
      {lesson !== undefined && <a href={`${site.lessons}${lesson.id}/`}>Lesson “{lesson.title}”</a>}
      {level !== undefined && <a href={`${site.levels}${level.id}/`}>Level “{level.title}”</a>}
    </p>
  );
}
