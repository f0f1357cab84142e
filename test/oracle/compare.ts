import { expect } from 'vitest';
import { simulate } from '#engine/simulate/simulate.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { comparable, oracle } from './oracle.ts';

/** Expects the engine and the second model to say the same of a scenario. */
export function compare(scenario: Scenario): void {
  const simulated = simulate(scenario);
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  const expected = oracle(scenario);
  const actual = comparable(simulated.value.result);
  // The contract names the rule of a refused trigger, and leaves the others to the facts.
  for (const [i, rejection] of actual.rejections.entries()) {
    if (expected.rejections[i]?.rule === undefined) delete rejection.rule;
  }
  expect(actual).toEqual(expected);
}
