import { simulate } from '#engine/simulate/simulate.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { SimulationResult, ResultRun } from '#model/scenario/result.ts';
import { MISCONCEPTIONS, type Misconception } from '../../misconceptions/index.ts';

/** The result of a scenario, or null where it would make too many runs. */
export function resultOf(scenario: Scenario): SimulationResult | null {
  const simulated = simulate(scenario);
  return simulated.ok ? simulated.value.result : null;
}

/** The misconception of this id; a name that does not exist is a mistake of the family. */
export function misconception(id: string): Misconception {
  const found = MISCONCEPTIONS.find((m) => m.id === id);
  if (found === undefined) throw new Error(`no misconception ${id}`);
  return found;
}

export interface Believed<T> {
  misconception: Misconception;
  answer: T;
}

/** What the holder of each misconception would answer, in the order of the ids; those who answer nothing are left out. */
export function believedAnswers<T>(
  scenario: Scenario,
  ids: readonly string[],
  answer: (scenario: Scenario) => T | null,
): Believed<T>[] {
  return ids.flatMap((id) => {
    const holder = misconception(id);
    if (holder.believed === null) return [];
    const answered = answer(holder.believed(scenario));
    return answered === null ? [] : [{ misconception: holder, answer: answered }];
  });
}

/** Ids of the workspaces in which a trigger started a run. */
export const triggeredIn = (result: SimulationResult): Set<string> =>
  new Set(result.runs.filter((r) => r.triggered_by !== null).map((r) => r.workspace));

/** The last run of a workspace. */
export const lastRunOf = (result: SimulationResult, workspace: string): ResultRun | undefined =>
  result.runs.filter((r) => r.workspace === workspace).at(-1);
