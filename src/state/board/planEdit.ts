import {
  actionOf,
  applyEdit,
  describeDone,
  type Edit,
  isDatable,
  isRuled,
  targetOfEdit,
  withEditInAction,
} from '#model/edits/index.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import type { Level } from '#model/level/level.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { simulationOf, snapshotOf } from './board.ts';
import { workspaceOf } from './boardEdits.ts';
import type { SandboxState } from './boardState.ts';
import { beginning, type PlanningBoard, type Planned, planned, refuse } from './boardChange.ts';
import { isOffered, optionsIn } from './offer.ts';
import { planAction } from './planAction.ts';
import { planReplaced } from './planWhole.ts';
import { planRebased } from './planStructure.ts';
import { LIMITS, type Refusal } from './refusal.ts';
import { unreadable } from './writtenScenario.ts';

/**
 * An edit: it belongs to the set-up before the first action and where a level says so, and is a dated action else. What
 * no action can do during play changes the set-up, and what was done is done again on it.
 */
export function planEdit(board: PlanningBoard, edit: Edit): Planned {
  const { level, state, when } = board;
  const { scenario } = state;
  if (level !== null) return planOffered(board, level, edit);
  if (scenario.actions.length > 0 && when === 'now' && isDatable(edit)) return planDated(board, edit);
  const next = applyEdit(scenario.layout, edit);
  if (scenario.actions.length === 0) return planSetUp(board, edit, next);
  return isDatable(edit) ? planFromStart(board, edit, next) : planAgain(board, edit, next);
}

/** In a level: at the time at which it's offered. What brings the start back is always offered. */
function planOffered(board: PlanningBoard, level: Level, edit: Edit): Planned {
  const { state, when } = board;
  const next = applyEdit(state.scenario.layout, edit);
  const options = optionsIn(level, state, edit, next);
  if (!isOffered(options)) return refuse({ code: 'not_offered' });
  if (options.foreign) return refuse({ code: 'value_not_offered' });
  if (options.start && (!options.now || when === 'start')) return planSetUp(board, edit, next);
  if (options.now) return planDated(board, edit);
  return options.takesBack === null ? planned(null) : planTakingBack(board, edit, options.takesBack);
}

/** The set-up with the edit in it, before anything was done. */
function planSetUp(board: PlanningBoard, edit: Edit, next: Layout): Planned {
  const { layout, actions } = board.state.scenario;
  const refusal = againstSetUp(layout, next, edit);
  if (refusal !== null) return refuse(refusal);
  if (next === layout) return planned(null);
  const scenario = { layout: next, actions };
  return planned({
    board: { scenario, cursor: beginning(board, scenario) },
    announcement: describeDone(edit),
  });
}

/** Why a set-up cannot be edited like this. */
function againstSetUp(layout: Layout, next: Layout, edit: Edit): Refusal | null {
  const limit = pastLimit(layout, next);
  if (limit !== null) return limit;
  if (!isRuled(edit)) return next === layout ? null : unreadable({ layout: next, actions: [] });
  const trial: Scenario = { layout, actions: [edit as Action] };
  const { rejections } = simulationOf(trial).result;
  const index = rejections.findIndex((rejection) => rejection.action === 0);
  const rejection = rejections[index];
  return rejection === undefined ? null : { code: 'engine', rejection, scenario: trial, index };
}

const pastLimit = (before: Layout, after: Layout): Refusal | null =>
  after.run_triggers.length > Math.max(LIMITS.triggers, before.run_triggers.length)
    ? { code: 'limit', of: 'triggers' }
    : null;

/** The edit as something that is done now. */
function planDated(board: PlanningBoard, edit: Edit): Planned {
  const now = layoutNow(board.state);
  const after = applyEdit(now, edit);
  const limit = pastLimit(now, after);
  if (limit !== null) return refuse(limit);
  if (!isRuled(edit)) {
    if (after === now) return planned(null);
    const refusal = unreadable({ layout: after, actions: [] });
    if (refusal !== null) return refuse(refusal);
  }
  const action = actionOf(edit, workspaceOf(after, targetOfEdit(edit) ?? ''));
  return action === null ? planned(null) : planAction(board, action, describeDone(edit));
}

/** The board at the cursor, as a layout. */
function layoutNow(state: SandboxState): Layout {
  const { layout } = state.scenario;
  const { locks, triggers, workspaces } = snapshotOf(state);
  return {
    ...layout,
    workspaces: layout.workspaces.map((w) => {
      const id = idOf(w);
      const now = workspaces.get(id) ?? w;
      return now.locked === locks.has(id) ? now : { ...now, locked: locks.has(id) };
    }),
    run_triggers: triggers,
  };
}

/** The set-up with an edit in it that could also be made now: what was done stays as it was written. */
function planFromStart(board: PlanningBoard, edit: Edit, next: Layout): Planned {
  const { layout } = board.state.scenario;
  const refusal = againstSetUp(layout, next, edit);
  if (refusal !== null) return refuse(refusal);
  return next === layout ? planned(null) : planReplaced(board, next, describeDone(edit));
}

/** The set-up with an edit in it that no action could make: what was done is done again. */
function planAgain(board: PlanningBoard, edit: Edit, next: Layout): Planned {
  const { layout, actions } = board.state.scenario;
  const act = (action: Action) => withEditInAction(action, edit);
  if (next === layout && actions.every((action) => act(action) === action)) return planned(null);
  return planRebased(board, { layout: next, act, words: describeDone(edit) });
}

/** What the learner did is taken back, whatever came after it. */
function planTakingBack(board: PlanningBoard, edit: Edit, own: Action): Planned {
  const { state } = board;
  const now = layoutNow(state);
  if (applyEdit(now, edit) === now) return planned(null);
  const { layout, actions } = state.scenario;
  const scenario = { layout, actions: actions.filter((action) => action !== own) };
  return planned({
    board: { scenario, cursor: beginning(board, scenario) },
    view: { playing: false },
    announcement: 'Taken back.',
  });
}
