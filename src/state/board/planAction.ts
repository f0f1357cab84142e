import { isEdit, letsRunsGoOn } from '#model/edits/index.ts';
import { currentSnapshotRun } from '#engine/query/stateAt.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import type { Action } from '#model/scenario/action.ts';
import { rememberSimulation, simulationOf, snapshotOf } from './board.ts';
import type { SandboxState } from './boardState.ts';
import { type PlanningBoard, type Planned, planned, refuse } from './boardChange.ts';
import { LIMITS } from './refusal.ts';
import { stage } from './simulatedScenario.ts';

/** What was done up to the cursor: what comes later is dropped by the next thing that is done. */
function doneSoFar(state: SandboxState): { actions: Action[]; at: number | null } {
  const { scenario, simulatedScenario, cursor, clock } = state;
  const { log } = simulationOf(simulatedScenario);
  if (cursor >= log.length) return { actions: scenario.actions, at: clock };
  const done = new Set(
    log
      .slice(0, cursor)
      .flatMap((entry) => (entry.kind === 'action' ? [simulatedScenario.actions[entry.action]] : [])),
  );
  return { actions: scenario.actions.filter((action) => done.has(action)), at: snapshotOf(state).at };
}

/**
 * An action as the learner of a level performs it: by the team that was chosen, and on the workspace rather than on a
 * numbered run wherever that is the same, since runs have other numbers in another probe.
 */
function asLearner({ level, state }: PlanningBoard, action: Action): Action {
  if (level === null) return action;
  const { as: _, ...rest } = action;
  const by: Action = state.acting === null ? rest : { ...rest, as: state.acting };
  if (!('run' in by) || by.run === undefined) return by;
  const moment = snapshotOf(state);
  const run = moment.runs.find((other) => other.id === by.run);
  if (run === undefined || currentSnapshotRun(moment, run.workspace)?.id !== run.id) return by;
  const { run: __, ...named } = by;
  return { ...named, workspace: run.workspace };
}

/** Something done now: the action is added to what was done up to the cursor, and all of it is simulated again. */
export function planAction(board: PlanningBoard, action: Action, announcement: string): Planned {
  const { level, state } = board;
  const { actions, at } = doneSoFar(state);
  const own = asLearner(board, action);
  const dated = at === null ? own : { ...own, at };
  const scenario = { layout: state.scenario.layout, actions: [...actions, dated] };
  if (scenario.actions.length > LIMITS.actions) return refuse({ code: 'limit', of: 'actions' });
  const staged = stage(level, scenario, state.probe);
  const run = simulate(staged);
  if (!run.ok) return refuse({ code: 'too_much', message: run.problems[0]?.message ?? null });
  const index = staged.actions.indexOf(dated);
  const { log, result } = run.value;
  const place = result.rejections.findIndex((rejection) => rejection.action === index);
  const rejection = result.rejections[place];
  if (rejection !== undefined) return refuse({ code: 'engine', rejection, scenario: staged, index: place });
  rememberSimulation(staged, run.value);
  const entry = log.findIndex((item) => item.kind === 'action' && item.action === index);
  const plays = !isEdit(action) || letsRunsGoOn(action);
  return planned({
    board: { scenario, cursor: plays ? entry + 1 : at === null ? log.length : entry + 2 },
    view: { playing: plays },
    announcement,
  });
}
