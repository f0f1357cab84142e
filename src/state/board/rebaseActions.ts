import { simulate, type Simulation } from '#engine/simulate/simulate.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import type { Layout } from '#model/layout/layout.ts';
import { refusedIn, rememberSimulation, simulationOf } from './board.ts';

/** How often run numbers are looked up anew before the rest of what named runs is given up. */
const ROUNDS = 40;

/** Where each run came from: the action that started it, and the triggers on the way. Numbers change, this stays. */
function originsOf({ log }: Simulation, number: (action: number) => number, to: (id: string) => string) {
  const origins = new Map<string, string>();
  let action = -1;
  for (const entry of log) {
    if (entry.kind === 'action') action = number(entry.action);
    else if (entry.kind === 'queued') {
      const parent = entry.triggered_by === null ? undefined : origins.get(entry.triggered_by);
      origins.set(entry.run, parent === undefined ? `${action}` : `${parent} ${to(entry.workspace)}`);
    }
  }
  return origins;
}

/**
 * What was done, done again on another layout. An action that names a run by its number goes to the run that came
 * about in the same way; where there is none any more, the action is dropped.
 * @param act gives an action under the new names, or null to drop it
 * @param drops whether actions that are refused now, and were not before, are dropped too
 */
export function rebaseActions(
  before: Scenario,
  layout: Layout,
  {
    act = (action) => action,
    renamed = new Map(),
    drops = false,
  }: {
    act?: (action: Action, index: number) => Action | null;
    renamed?: ReadonlyMap<string, string>;
    drops?: boolean;
  } = {},
): { scenario: Scenario; dropped: number } {
  if (before.actions.length === 0) return { scenario: { layout, actions: [] }, dropped: 0 };
  const old = originsOf(
    simulationOf(before),
    (index) => index,
    (id) => renamed.get(id) ?? id,
  );
  let kept = before.actions.flatMap((action, from) => {
    const next = act(action, from);
    const run = 'run' in action ? action.run : undefined;
    return next === null
      ? []
      : [{ action: next, from, origin: run === undefined ? undefined : old.get(run) }];
  });
  const scenarioOf = (): Scenario => ({ layout, actions: kept.map(({ action }) => action) });
  for (let round = 0; ; round++) {
    const scenario = scenarioOf();
    const run = simulate(scenario);
    if (!run.ok) return { scenario: { layout, actions: [] }, dropped: before.actions.length };
    rememberSimulation(scenario, run.value);
    const runs = new Map<string, string>();
    const origins = originsOf(
      run.value,
      (index) => kept[index]?.from ?? -1,
      (id) => id,
    );
    for (const [id, origin] of origins) runs.set(origin, id);
    const wrong = kept.findIndex(
      ({ action, origin }) =>
        origin !== undefined &&
        'run' in action &&
        action.run !== undefined &&
        runs.get(origin) !== action.run,
    );
    if (wrong < 0 || round > ROUNDS) break;
    kept = kept.flatMap((item, i) => {
      if (item.origin === undefined || i < wrong || !('run' in item.action)) return [item];
      const id = round < ROUNDS ? runs.get(item.origin) : undefined;
      if (id !== undefined) return [{ ...item, action: { ...item.action, run: id } }];
      return i === wrong || round >= ROUNDS ? [] : [item];
    });
  }
  if (drops) {
    const was = refusedIn(before);
    const now = refusedIn(scenarioOf());
    kept = kept.filter(({ from }, i) => was.has(from) || !now.has(i));
  }
  return { scenario: scenarioOf(), dropped: before.actions.length - kept.length };
}
