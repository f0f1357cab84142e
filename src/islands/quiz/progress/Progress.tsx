import { Suspense, useCallback, useMemo, useState } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { BLUEPRINTS } from '#quiz/exam/assemble.ts';
import { coverage, grounds } from '#quiz/progress/grounds.ts';
import { conditionsOf } from '#quiz/progress/nextSteps.ts';
import { readiness } from '#quiz/progress/readiness.ts';
import { today } from '#state/app/clock.ts';
import { Frame } from '../session/Frame.tsx';
import type { QuizSite } from '../quizSite.ts';
import { ReadinessPanel } from './ReadinessPanel.tsx';
import { useProgress } from '../session/useProgress.ts';
import { useSteps } from '../session/useSteps.ts';

/** The scheduler and the charts come after readiness is shown. */
const Findings = later(() => import('./Findings.tsx').then((part) => part.default));

interface Props {
  site: QuizSite;
  /** Facts that have a page in the rule book. */
  rulePages: readonly string[];
}

/** What follows from the log: readiness and what to do next, mastery, forecast, activity; and the log, out and in. */
export default function Progress({ site, rulePages }: Props) {
  return (
    <Frame bank={site.bank}>
      {(catalogue) => <Board catalogue={catalogue} site={site} rulePages={rulePages} />}
    </Frame>
  );
}

function Board({ catalogue, site, rulePages }: Props & { catalogue: Catalogue }) {
  const entries = useProgress((state) => state.entries);
  const [blueprintId, setBlueprintId] = useState<string | null>(null);
  const day = today();
  const blueprint = BLUEPRINTS.find(({ id }) => id === blueprintId) ?? BLUEPRINTS[0];
  const known = useSteps(useCallback(() => grounds(entries, day), [entries, day]));
  const found = useMemo(() => {
    if (blueprint === undefined || known === null) return null;
    const { id, weights } = blueprint;
    const estimate = readiness(weights, known.evidence);
    const rules = catalogue.items.filter((row) => row.objective in weights).flatMap((row) => row.rules);
    const lastMock = known.lastMock.get(id) ?? null;
    const conditions = conditionsOf(estimate, coverage(known.asked, new Set(rules)), lastMock, day);
    return { blueprint, estimate, conditions };
  }, [blueprint, known, catalogue, day]);
  if (found === null) return <Adding />;
  const panel = <ReadinessPanel {...found} onBlueprint={setBlueprintId} />;
  const first = (
    <div className="dash-first">
      {panel}
      <Adding />
    </div>
  );
  return (
    <Suspense fallback={first}>
      <Findings
        {...found}
        entries={entries}
        catalogue={catalogue}
        site={site}
        rulePages={rulePages}
        today={day}
        readiness={panel}
        pending={first}
      />
    </Suspense>
  );
}

/** While the log is gone through. */
const Adding = () => <p role="status">Adding up …</p>;
