import { useMemo } from 'react';
import { explain, type Explanation, type DecisionVerdict } from '#engine/explain/explain.ts';
import { ruleOf } from '#engine/rules/index.ts';
import { rulesOfFact } from '#engine/query/describeRules.ts';
import { ruleHref } from '../context/ruleHref.ts';
import { type Explained, useExplained } from './useExplained.ts';
import { VerdictTree } from './VerdictTree.tsx';
import { WhatIfPanel } from '../whatIf/WhatIfPanel.tsx';
import type { WhyItem } from './whyItems.ts';
import { RULE_LINK, type WhyPart, whyParts } from './describeWhy.ts';

/** Why one thing did not happen: its rule, what was looked at, the nearest change, and what-ifs. */
export function WhyDetail({ item }: { item: WhyItem }) {
  const explained = useExplained();
  const { simulatedScenario, refusal } = explained;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed is what changes the outcome; the rest is made anew at each render
  const explanation = useMemo(() => explanationOf(explained, item), [item.key, simulatedScenario, refusal]);
  const rule =
    explanation?.decisive.map(ruleOf).find((found) => found !== undefined) ?? rulesOfFact(item.rule)[0];
  const { first, more } = whyParts(item, explanation, rule);
  return (
    <div className="why-detail">
      <Parts parts={first} />
      {rule !== undefined && (
        <p>
          <a href={ruleHref(rule.fact)}>{RULE_LINK}</a>
        </p>
      )}
      {(more.length > 0 || explanation !== null) && (
        <details className="why-more">
          <summary>More</summary>
          <Parts parts={more} />
          {explanation !== null && (
            <ul className="verdict-tree">
              <VerdictTree verdict={explanation.tree} />
            </ul>
          )}
        </details>
      )}
      {explanation !== null && (
        <WhatIfPanel
          key={item.key}
          changes={explanation.nearest?.changes.length === 1 ? explanation.nearest.changes : []}
          workspaces={workspacesIn(explanation.tree)}
        />
      )}
    </div>
  );
}

function Parts({ parts }: { parts: readonly WhyPart[] }) {
  return parts.map(({ label, text }) => (
    <p key={label} className={label === 'Nearest change' ? 'nearest' : undefined}>
      <strong>{label}:</strong> {text}
    </p>
  ));
}

/** The workspaces that the failing conditions rest on. */
const workspacesIn = (verdict: DecisionVerdict): string[] => [
  ...new Set(
    verdict.op === 'condition'
      ? verdict.ok
        ? []
        : verdict.evidence.workspaces
      : verdict.of.flatMap(workspacesIn),
  ),
];

/** The engine explains a scenario as it ends; at an earlier moment the rule alone speaks. */
function explanationOf(
  { simulatedScenario, refusal, simulation, moment }: Explained,
  { select }: WhyItem,
): Explanation | null {
  if (select === null) return null;
  if (select.kind === 'refusal') {
    return refusal === null ? null : explain(refusal.scenario, { kind: 'rejection', index: refusal.index });
  }
  if (select.kind === 'not_queued') return explain(simulatedScenario, select);
  if (select.kind !== 'run') return null;
  const now = moment.runs.find((run) => run.id === select.id);
  const end = simulation.result.runs.find((run) => run.id === select.id);
  if (now === undefined || end === undefined || now.status !== end.status) return null;
  return explain(simulatedScenario, { kind: end.waiting_for === null ? 'ended' : 'hold', run: select.id });
}
