import { isEdit, revertEdit } from '#model/edits/index.ts';
import {
  type OfferedChange,
  foreignValue,
  offers,
  subjectsOf,
  withinPalette,
} from '#engine/levels/palette.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { Level } from '#model/level/level.ts';
import { actionsFit } from '../board/board.ts';

/** Whether a learner can reach a stored board in this level. A board from an older version of it may not fit. */
export const fitsLevel = (level: Level, { layout, actions }: Scenario): boolean =>
  actionsFit(level.layout, actions) && withinPalette(level, layout);

/** The teams that may act in a level, which are those that its palette names; null stands for an owner. */
export function actorsOf(level: Level): readonly (string | null)[] {
  const named = [...new Set(level.palette.actions.map((action) => action.as ?? null))];
  return named.length === 0 ? [null] : named;
}

/** How a change can be made in a level. Bringing something back to how it was at the start is always possible. */
export interface EditOptions {
  /** Whether it can be part of the set-up, before anything happens. */
  start: boolean;
  /** Whether an action can make it now. */
  now: boolean;
  /** The learner's own action that has to be taken back for it. */
  takesBack: Action | null;
  /** Whether the level does not offer the value. */
  foreign: boolean;
}

/**
 * @param next the set-up with the change in it, where it's an edit
 * @param action the action that makes the change during play; null if only the set-up can be edited
 * @param workspaceOf gives the workspace of a run, as the board is played now
 */
export function editOptions(
  level: Level,
  scenario: Scenario,
  change: OfferedChange,
  next: Layout,
  action: Action | null,
  workspaceOf: (run: string) => string | null,
): EditOptions {
  const now = action !== null && offers(level.palette.actions, action, workspaceOf);
  if (!isEdit(change)) return { start: false, now, takesBack: null, foreign: false };
  const restores = revertEdit(level.layout, next, change) === next;
  const start = offers(level.palette.edits, change) || (next !== scenario.layout && restores);
  const subjects = subjectsOf(change);
  const mine = (own: Action) => subjectsOf(own).some((subject) => subjects.includes(subject));
  return {
    start,
    now,
    takesBack: scenario.actions.findLast(mine) ?? null,
    foreign: foreignValue([...level.palette.edits, ...level.palette.actions], change) && !restores,
  };
}
