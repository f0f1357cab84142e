import { applyEdit, type Edit, isEdit, targetOfEdit } from '#model/edits/index.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';

/** Limits of a board; past them an edit is refused with the limit's name. */
export const LIMITS = { workspaces: 500, triggers: 2000, actions: 200 } as const;

export const workspaceOf = (layout: Layout, id: string): Workspace | undefined =>
  layout.workspaces.find((w) => idOf(w) === id);

/** The workspace that a change is about: of one that shares its state, that is the one that shares. */
export const targetOf = (change: Edit | Action): string | undefined =>
  isEdit(change) ? targetOfEdit(change) : change.workspace;

/** Clears the runs and keeps the board: settings and triggers changed during play become part of the set-up. */
export function foldActions({ layout, actions }: Scenario, refused: ReadonlySet<number>): Layout {
  return actions.reduce((so, action, index) => {
    if (refused.has(index)) return so;
    const { at: _, as: __, ...change } = action;
    return isEdit(change) ? applyEdit(so, change) : so;
  }, layout);
}
