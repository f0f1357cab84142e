import { type ReactNode, useMemo } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import type { Blueprint } from '#quiz/exam/assemble.ts';
import type { DashboardData } from '#quiz/progress/dashboard.ts';
import { type Conditions, nextSteps } from '#quiz/progress/nextSteps.ts';
import type { Readiness } from '#quiz/progress/readiness.ts';
import { Calibration } from './Calibration.tsx';
import type { QuizSite } from '../quizSite.ts';
import { plainText } from '../item/RichText.tsx';
import { useFacts } from '../item/Sources.tsx';
import { Statistics } from './Statistics.tsx';
import { YourData } from './YourData.tsx';
import { ActivityFigures } from './ActivityFigures.tsx';
import { ForecastFigure } from './ForecastFigure.tsx';
import { describeMastery, ObjectiveFigure, TopicFigure } from './MasteryFigures.tsx';
import { OpenList } from '../session/OpenList.tsx';
import { useOpen } from '../session/useOpen.ts';
import { NextSteps } from './NextSteps.tsx';
import { Overview } from './Overview.tsx';
import { RuleFigure } from './RuleFigure.tsx';
import { WeakestRules } from './WeakestRules.tsx';

export interface DashboardProps {
  found: DashboardData;
  catalogue: Catalogue;
  site: QuizSite;
  /** Facts that have a page in the rule book. */
  rulePages: readonly string[];
  blueprint: Blueprint;
  estimate: Readiness;
  conditions: Conditions;
  /** Stands first. */
  readiness: ReactNode;
}

/** Everything that follows from the log, below and beside readiness. */
export function Dashboard(props: DashboardProps) {
  const { found, catalogue, site, rulePages, blueprint, estimate, conditions, readiness } = props;
  const facts = useFacts(site.bank, found.weakest.length > 0);
  const { stars, read, answers } = found;
  const open = useOpen();
  const { review } = found;
  const askable = new Set(catalogue.items.flatMap((row) => row.rules));
  const steps = nextSteps(
    {
      blueprint,
      estimate,
      conditions,
      review,
      open,
      weakest: found.weakest,
      read,
      passed: new Set([...stars].filter(([, n]) => n > 0).map(([id]) => id)),
      newcomer: answers === 0,
    },
    catalogue,
  );
  const pages = useMemo(() => new Set(rulePages), [rulePages]);
  const ruleLink = (rule: string) =>
    pages.has(rule) ? <a href={`${site.rules}${rule.toLowerCase()}/`}>{rule}</a> : rule;
  return (
    <div className="dash">
      <div className="dash-first">
        {readiness}
        <NextSteps steps={steps} site={site} />
      </div>
      <Overview
        catalogue={catalogue}
        site={site}
        answers={answers}
        right={found.right}
        rules={{
          asked: [...found.rules.keys()].filter((rule) => askable.has(rule)).length,
          all: askable.size,
        }}
        read={read}
        stars={stars}
        review={review}
        exams={found.exams.length}
      />
      <OpenList site={site} />
      <section aria-labelledby="mastery">
        <h2 id="mastery">Mastery</h2>
        {found.firsts === 0 ? (
          <p>
            Nothing yet. <a href={site.practice}>Answer a few questions</a>, and this shows what you know by
            objective, by topic and by each of {askable.size} rules, and how sure that is.
          </p>
        ) : (
          <>
            <p className="quiz-hint">{describeMastery(found.firsts, answers)}</p>
            <div className="dash-two">
              <div>
                <ObjectiveFigure weights={blueprint.weights} estimate={estimate} site={site} />
                <RuleFigure rules={found.rules} catalogue={catalogue} site={site} ruleLink={ruleLink} />
              </div>
              <TopicFigure topics={found.topics} catalogue={catalogue} site={site} />
            </div>
          </>
        )}
      </section>
      <WeakestRules
        weakest={found.weakest}
        catalogue={catalogue}
        site={site}
        ruleLink={ruleLink}
        claimOf={(rule) => {
          const claim = facts.get(rule)?.claim;
          return claim === undefined ? null : plainText(claim);
        }}
      />
      <ForecastFigure forecast={found.forecast} site={site} />
      <ActivityFigures days={found.activity} site={site} />
      <Calibration answers={found.certain} all={answers} site={site} />
      <Statistics items={found.items} exams={found.exams} beliefs={found.beliefs} />
      <YourData />
    </div>
  );
}
