import type { Scenario } from '#model/scenario/action.ts';
import { nearestChange, type Nearest } from './counterfactual.ts';
import { furtherChange } from './furtherChange.ts';
import { causeOf, remediesOf, type Subject, type DecisionVerdict, traceDecision } from './decisionTrace.ts';

export type { Subject, DecisionVerdict } from './decisionTrace.ts';

export interface Explanation {
  subject: Subject;
  expected: string;
  actual: string;
  tree: DecisionVerdict;
  /** Rule ids of the conditions that decided: with all of them turned, the expected thing happens. */
  decisive: string[];
  /** The fact of the rule that the result names. */
  fact: string;
  because: string;
  /** The smallest change found by simulating that lets it happen, or null where none was found. */
  nearest: Nearest | null;
}

/**
 * Explains a non-event, a refusal, a hold or an end. The scenario runs again with somebody watching: the tree
 * is what the engine looked at, the nearest change is one that was tried.
 * @returns null where the scenario has no such subject
 */
export function explain(scenario: Scenario, subject: Subject): Explanation | null {
  const caught = traceDecision(scenario, subject);
  if (caught === null) return null;
  const of = caught.conditions;
  const inner = causeOf(scenario, caught);
  if (inner !== null) of.push(all(`${caught.endedRun} was applied`, inner.conditions));
  const mends = remediesOf(caught, inner);
  return {
    subject,
    expected: caught.expected,
    actual: caught.actual,
    tree: all(caught.expected, of),
    decisive: caught.decisive,
    fact: caught.fact,
    because: caught.because,
    nearest: nearestChange(scenario, subject, mends) ?? furtherChange(scenario, subject, mends),
  };
}

const all = (label: string, of: DecisionVerdict[]): DecisionVerdict => ({
  op: 'all',
  label,
  ok: of.every((v) => v.ok),
  of,
});
