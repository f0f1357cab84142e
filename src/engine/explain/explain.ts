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
  /** Rule IDs of the conditions that decided. If all of them were the other way round, the expected thing would happen. */
  decisive: string[];
  /** The fact of the rule that the result names. */
  fact: string;
  because: string;
  /** The smallest change that, when simulated, makes it happen; null if none was found. */
  nearest: Nearest | null;
}

/**
 * Explains why something did not happen, was refused, waits or ended. The scenario runs again with an observer: the tree
 * shows what the engine looked at, and the nearest change is one that was tried.
 * @returns null if the scenario has no such subject
 */
export function explain(scenario: Scenario, subject: Subject): Explanation | null {
  const trace = traceDecision(scenario, subject);
  if (trace === null) return null;
  const of = trace.conditions;
  const cause = causeOf(scenario, trace);
  if (cause !== null) of.push(all(`${trace.endedRun} was applied`, cause.conditions));
  const remedies = remediesOf(trace, cause);
  return {
    subject,
    expected: trace.expected,
    actual: trace.actual,
    tree: all(trace.expected, of),
    decisive: trace.decisive,
    fact: trace.fact,
    because: trace.because,
    nearest: nearestChange(scenario, subject, remedies) ?? furtherChange(scenario, subject, remedies),
  };
}

const all = (label: string, of: DecisionVerdict[]): DecisionVerdict => ({
  op: 'all',
  label,
  ok: of.every((v) => v.ok),
  of,
});
