import { Suspense, useCallback, useMemo, useState } from 'react';
import { later } from '#islands/status/later.tsx';
import type { Catalogue } from '#model/catalogue.ts';
import { BLUEPRINTS } from '#quiz/assemble.ts';
import { coverage, grounds } from '#quiz/evidence.ts';
import { conditionsOf } from '#quiz/nextSteps.ts';
import { readiness } from '#quiz/readiness.ts';
import { today } from '#state/clock.ts';
import { Frame } from './Frame.tsx';
import type { QuizSite } from './quizSite.ts';
import { ReadinessPanel } from './ReadinessPanel.tsx';
import { useProgress } from './useProgress.ts';
import { useSteps } from './useSteps.ts';

/** The scheduler and the charts come after readiness is shown. */
const Findings = later(() => import('./dashboard/Findings.tsx').then((part) => part.default));

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
