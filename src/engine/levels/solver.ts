import type { Action, Scenario } from '#model/scenario/action.ts';
import { applyEdit, applyEdits, type Edit, revertEdit } from '#model/edits/index.ts';
import type { Level } from '#model/level/level.ts';
import { gradeLayout, merge } from './grade.ts';
import { type OwnChange, ownChanges } from './ownChanges.ts';
import { subjectsOf } from './palette.ts';
import { simulate } from '../simulate/simulate.ts';

/** One step from a board towards the solution, with the board after it. */
export type SolutionStep = { to: Scenario } & (
  | { kind: 'edit'; edit: Edit }
  | { kind: 'action'; action: Action }
  | { kind: 'take_back'; change: OwnChange['change'] }
  | { kind: 'reset' }
);

/** A search for a short way grades at most this many boards. */
const CAP = 400;

/** Every step that a learner can take from here: what the palette offers, and taking back what they did. */
export function stepsFrom(level: Level, own: Scenario): SolutionStep[] {
  const steps: SolutionStep[] = [];
  for (const { change, without } of ownChanges(level, own))
    steps.push({ kind: 'take_back', change, to: without });
  for (const edit of level.palette.edits) {
    const layout = applyEdit(own.layout, edit);
    if (layout === own.layout || refusedEdit(own, edit)) continue;
    steps.push({ kind: 'edit', edit, to: { layout, actions: own.actions } });
  }
  for (const action of level.palette.actions) {
    if (own.actions.some((done) => same(done, action))) continue;
    const to = withAction(own, action);
    if (!refusedAction(level, to, action)) steps.push({ kind: 'action', action, to });
  }
  return steps;
}

/**
 * The next step from a board towards three stars: on the shortest way that a capped search finds, else towards the
 * reference solution, else back to the start. Null if the board has three stars already.
 */
export function nextStep(level: Level, own: Scenario, cap = CAP): SolutionStep | null {
  if (starsOf(level, own) === 3) return null;
  const known = wayToSolution(level, own);
  const most = level.par + 1;
  const found = search(level, own, Math.min(known.length, most) - 1, cap);
  if (found !== null) return found;
  const [first] = known;
  if (first !== undefined && known.length <= most) return first;
  return { kind: 'reset', to: { layout: level.layout, actions: [] } };
}

const starsOf = (level: Level, own: Scenario) => gradeLayout(level, own.layout, own.actions).stars;

/** Searches the boards that can be reached, breadth first. */
function search(level: Level, own: Scenario, depth: number, cap: number): SolutionStep | null {
  const key = (board: Scenario) => JSON.stringify(board);
  const seen = new Set([key(own)]);
  let boards: { board: Scenario; first: SolutionStep | null }[] = [{ board: own, first: null }];
  let graded = 0;
  for (let d = 1; d <= depth; d++) {
    const next: typeof boards = [];
    for (const { board, first } of boards) {
      for (const step of stepsFrom(level, board)) {
        const at = key(step.to);
        if (seen.has(at)) continue;
        seen.add(at);
        if (++graded > cap) return null;
        if (starsOf(level, step.to) === 3) return first ?? step;
        next.push({ board: step.to, first: first ?? step });
      }
    }
    boards = next;
  }
  return null;
}

/** The steps from a board to the reference solution: first what is in the way, then what is missing. */
export function wayToSolution(level: Level, own: Scenario): SolutionStep[] {
  const steps: SolutionStep[] = [];
  let so = own;
  const go = (step: SolutionStep) => {
    steps.push(step);
    so = step.to;
  };
  const aim = applyEdits(level.layout, level.solution.edits);
  const wanted = new Set(level.solution.edits.flatMap((edit) => subjectsOf(edit)));
  for (const { change } of ownChanges(level, own)) {
    if (change.kind === 'action') {
      if (level.solution.actions.some((action) => same(action, change.action))) continue;
      const actions = so.actions.filter((action) => action !== change.action);
      go({ kind: 'take_back', change, to: { layout: so.layout, actions } });
    } else if (!subjectsOf(change.edit).some((subject) => wanted.has(subject))) {
      const layout = revertEdit(level.layout, so.layout, change.edit);
      go({ kind: 'take_back', change, to: { layout, actions: so.actions } });
    }
  }
  for (const edit of level.solution.edits) {
    if (revertEdit(aim, so.layout, edit) === so.layout) continue;
    go({ kind: 'edit', edit, to: { layout: applyEdit(so.layout, edit), actions: so.actions } });
  }
  for (const action of level.solution.actions)
    if (!so.actions.some((done) => same(done, action)))
      go({ kind: 'action', action, to: withAction(so, action) });
  return steps;
}

const same = (a: Action, b: Action): boolean => JSON.stringify(entriesOf(a)) === JSON.stringify(entriesOf(b));
const entriesOf = (action: Action) => Object.entries(action).sort(([a], [b]) => (a < b ? -1 : 1));

/** Puts an action among those that were done, by its second. */
function withAction({ layout, actions }: Scenario, action: Action): Scenario {
  return { layout, actions: merge(actions, [action]) };
}

/** Whether the board would refuse a trigger now. */
function refusedEdit({ layout }: Scenario, edit: Edit): boolean {
  if (edit.type !== 'create_run_trigger') return false;
  const run = simulate({ layout, actions: [edit] });
  return run.ok && run.value.result.rejections.some((row) => row.action === 0);
}

function refusedAction(level: Level, { layout, actions }: Scenario, action: Action): boolean {
  const [probe] = level.probes;
  if (probe === undefined) return false;
  const all = merge(probe.script, actions);
  const run = simulate({ layout: applyEdits(layout, probe.faults), actions: all });
  return !run.ok || run.value.result.rejections.some((row) => row.action === all.indexOf(action));
}
