import { applyEdit, isEdit } from '#model/edits/index.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';

export const workspaceOf = (layout: Layout, id: string): Workspace | undefined =>
  layout.workspaces.find((w) => idOf(w) === id);

/** Clears the runs and keeps the board: settings and triggers changed during play become part of the set-up. */
export function foldActions({ layout, actions }: Scenario, refused: ReadonlySet<number>): Layout {
  return actions.reduce((so, action, index) => {
    if (refused.has(index)) return so;
    const { at: _, as: __, ...change } = action;
    return isEdit(change) ? applyEdit(so, change) : so;
  }, layout);
}
