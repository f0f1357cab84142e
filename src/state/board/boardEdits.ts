import { blankLayout } from '#model/layout/empty.ts';
import { applyEdit } from '#engine/edits/edit.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';
import type { Edit } from '#model/scenario/edit.ts';

/** Limits of a board; past them an edit is refused with the limit's name. */
export const LIMITS = { workspaces: 500, triggers: 2000, actions: 200 } as const;

export const workspaceOf = (layout: Layout, id: string): Workspace | undefined =>
  layout.workspaces.find((w) => idOf(w) === id);

/** The workspace that a change is about: of one that shares its state, that is the one that shares. */
export const editTarget = (change: Edit | Action): string | undefined =>
  change.type === 'share' || change.type === 'unshare'
    ? change.sourceable
    : 'workspace' in change
      ? change.workspace
      : undefined;

/** The action that does during play what an edit does before it, or null where only the set-up can be edited. */
export function actionOf(edit: Edit, now: Workspace | undefined): Action | null {
  switch (edit.type) {
    case 'create_run_trigger':
    case 'delete_run_trigger':
    case 'set':
    case 'lock':
    case 'unlock':
      return edit;
    case 'share':
    case 'unshare':
      return setting(edit.sourceable, 'remote_state_consumer_ids', edit, now);
    case 'set_variable':
      return edit.workspace === undefined ? null : setting(edit.workspace, 'variables', edit, now);
    case 'exclude_policy':
    case 'satisfy_policy':
      return setting(edit.workspace, 'policies', edit, now);
    default:
      return null;
  }
}

/** The action `set` that gives one field of a workspace the value that an edit gives it. */
function setting(
  workspace: string,
  field: 'remote_state_consumer_ids' | 'variables' | 'policies',
  edit: Edit,
  now: Workspace | undefined,
): Action | null {
  if (now === undefined) return null;
  const [after] = applyEdit({ ...blankLayout(), workspaces: [now] }, edit).workspaces;
  return after === undefined ? null : { type: 'set', workspace, settings: { [field]: after[field] } };
}

/** Clears the runs and keeps the board: settings and triggers changed during play become part of the set-up. */
export function foldActions({ layout, actions }: Scenario, refused: ReadonlySet<number>): Layout {
  return actions.reduce((so, action, index) => {
    if (refused.has(index)) return so;
    switch (action.type) {
      case 'create_run_trigger':
      case 'delete_run_trigger':
        return applyEdit(so, {
          type: action.type,
          sourceable: action.sourceable,
          workspace: action.workspace,
        });
      case 'lock':
      case 'unlock':
        return applyEdit(so, { type: action.type, workspace: action.workspace });
      case 'set':
        return applyEdit(so, { type: 'set', workspace: action.workspace, settings: action.settings });
      default:
        return so;
    }
  }, layout);
}
