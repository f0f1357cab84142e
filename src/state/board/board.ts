import { snapshotAt, type Snapshot } from '#engine/query/stateAt.ts';
import { simulate, type Simulation } from '#engine/simulate/simulate.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import type { StoredBoard } from '../boards/boardStorage.ts';
import type { SandboxState } from './boardState.ts';

const simulations = new WeakMap<Scenario, Simulation>();
const NOTHING: Simulation = {
  result: { version: 1, runs: [], not_queued: [], rejections: [], stale: [], ended_at: 0 },
  log: [],
};

/** The simulation of a scenario, computed once per edit. */
export function simulationOf(scenario: Scenario): Simulation {
  const known = simulations.get(scenario);
  if (known !== undefined) return known;
  const run = simulate(scenario);
  const simulation = run.ok ? run.value : NOTHING;
  simulations.set(scenario, simulation);
  return simulation;
}

/** Keeps a simulation that was computed while an action was tried. */
export const rememberSimulation = (scenario: Scenario, simulation: Simulation): void => {
  simulations.set(scenario, simulation);
};

const moments = new WeakMap<Scenario, { cursor: number; clock: number | null; moment: Snapshot }>();

/**
 * What can be seen now; its second is the one that was waited for, where nothing happened in it. The same object
 * as long as what is simulated, the cursor and the clock are the same.
 */
export function snapshotOf({
  simulatedScenario,
  cursor,
  clock,
}: Pick<SandboxState, 'simulatedScenario' | 'cursor' | 'clock'>): Snapshot {
  const known = moments.get(simulatedScenario);
  if (known?.cursor === cursor && known.clock === clock) return known.moment;
  const shown = snapshotAt(simulatedScenario, simulationOf(simulatedScenario), cursor);
  const moment = clock === null ? shown : { ...shown, at: Math.max(shown.at, clock) };
  moments.set(simulatedScenario, { cursor, clock, moment });
  return moment;
}

export const boardOf = ({ scenario, positions, cursor, hcl }: StoredBoard): StoredBoard => ({
  scenario,
  positions,
  cursor,
  hcl,
});
/** The cursor within the log of what is simulated. */
export const clampCursor = (cursor: number, staged: Scenario): number =>
  Math.max(0, Math.min(cursor, simulationOf(staged).log.length));
export const freshBoard = (scenario: Scenario): StoredBoard => ({
  scenario,
  positions: {},
  cursor: simulationOf(scenario).log.length,
  hcl: null,
});
export const refusedIn = (scenario: Scenario): Set<number> =>
  new Set(simulationOf(scenario).result.rejections.flatMap((r) => (r.action === null ? [] : [r.action])));
export const sameFields = (workspace: object, fields: object): boolean =>
  Object.entries(fields).every(
    ([key, value]) => JSON.stringify(Reflect.get(workspace, key)) === JSON.stringify(value),
  );

export function firstId(scenario: Scenario): string | null {
  const [first] = scenario.layout.workspaces;
  return first === undefined ? null : `${first.organization}/${first.name}`;
}

/** Whether what was done can still be done on this layout: every workspace that it names is there. */
export function actionsFit(layout: Layout, actions: readonly Action[]): boolean {
  const ids = new Set(layout.workspaces.map(idOf));
  return actions.every((action) =>
    ['workspace', 'sourceable'].every((key) => {
      const named: unknown = Reflect.get(action, key);
      return typeof named !== 'string' || ids.has(named);
    }),
  );
}
