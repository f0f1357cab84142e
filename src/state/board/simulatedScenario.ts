import { applyEdits } from '#model/edits/index.ts';
import { merge } from '#engine/levels/grade.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Level, Probe } from '#model/level/level.ts';
import { simulationOf } from './board.ts';

const stages = new WeakMap<Scenario, Map<string, Scenario>>();

export const probeOf = (level: Level, id: string | null): Probe | undefined =>
  level.probes.find((probe) => probe.id === id) ?? level.probes[0];

/**
 * What is simulated of a board: itself, or in a level the probe with its faults and its script. The learner's own
 * actions are the very same objects in it, so that they can be found there.
 */
export function stage(level: Level | null, scenario: Scenario, id: string | null): Scenario {
  const probe = level === null ? undefined : probeOf(level, id);
  if (probe === undefined) return scenario;
  const known = stages.get(scenario)?.get(probe.id);
  if (known !== undefined) return known;
  const staged = {
    layout: applyEdits(scenario.layout, probe.faults),
    actions: merge(probe.script, scenario.actions),
  };
  stages.set(scenario, (stages.get(scenario) ?? new Map<string, Scenario>()).set(probe.id, staged));
  return staged;
}

/** Where the log of a scenario begins to be a story: after the triggers that are there from the start. */
export function startOf(staged: Scenario): number {
  const { log } = simulationOf(staged);
  const first = log.findIndex((entry) => entry.kind === 'action');
  return first < 0 ? log.length : first;
}
