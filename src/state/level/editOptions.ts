import { applyEdit, isEdit, revertEdit } from '#model/edits/index.ts';
import {
  type OfferedChange,
  foreignValue,
  offers,
  subjectsOf,
  withinPalette,
} from '#engine/levels/palette.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { actionsFit } from '../board/board.ts';

/** Whether a stored board is one that a learner can reach in this level; one of an older level does not fit. */
export const fitsLevel = (level: Level, { layout, actions }: Scenario): boolean =>
  actionsFit(level.layout, actions) && withinPalette(level, layout);

/** Who may act in a level: the teams that its palette names; null is an owner. */
export function actorsOf(level: Level): readonly (string | null)[] {
  const named = [...new Set(level.palette.actions.map((action) => action.as ?? null))];
  return named.length === 0 ? [null] : named;
}

/** How a change can be made in a level. What brings a thing back to how it was at the start is always possible. */
export interface EditOptions {
  /** As part of the set-up, before anything happens. */
  start: boolean;
  /** Now, as this action. */
  now: Action | null;
  /** By taking back this action of one's own. */
  takesBack: Action | null;
  /** Why the value that it gives is none that the level offers; null where it is one. */
  value: string | null;
}

/**
 * @param action what does the change during play; null where only the set-up can be edited
 * @param workspaceOf the workspace of a run, as the board is played now
 */
export function editOptions(
  level: Level,
  scenario: Scenario,
  change: OfferedChange,
  action: Action | null,
  workspaceOf: (run: string) => string | null,
): EditOptions {
  const now = action !== null && offers(level.palette.actions, action, workspaceOf) ? action : null;
  if (!isEdit(change)) return { start: false, now, takesBack: null, value: null };
  const next = applyEdit(scenario.layout, change);
  const restores = revertEdit(level.layout, next, change) === next;
  const start = offers(level.palette.edits, change) || (next !== scenario.layout && restores);
  const subjects = subjectsOf(change);
  const mine = (own: Action) => subjectsOf(own).some((subject) => subjects.includes(subject));
  const foreign = foreignValue([...level.palette.edits, ...level.palette.actions], change) && !restores;
  return {
    start,
    now,
    takesBack: scenario.actions.findLast(mine) ?? null,
    value: foreign ? 'This level does not offer that value.' : null,
  };
}
