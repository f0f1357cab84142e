import { blankLayout } from '../../layout/empty.ts';
import type { Layout, Workspace } from '../../layout/layout.ts';
import type { Action } from '../../scenario/action.ts';

/*
 * The three answers that `asAction` can have.
 */

/** The edit is an action too, of the same form. */
export const asItself = <E>(edit: E): E => edit;

/** For an edit that can be made in the set-up only. */
export const notDuringPlay = (): null => null;

/** The action `set` that gives one field of a workspace the value that an edit gives it. */
export function asSetting(
  workspace: string,
  field: 'remote_state_consumer_ids' | 'variables' | 'policies',
  now: Workspace | undefined,
  apply: (layout: Layout) => Layout,
): Action | null {
  if (now === undefined) return null;
  const [after] = apply({ ...blankLayout(), workspaces: [now] }).workspaces;
  return after === undefined ? null : { type: 'set', workspace, settings: { [field]: after[field] } };
}
