/*
 * The three answers that `asAction` can have.
 */

/** A field of a workspace that an edit changes, and that the action `set` can change as well. */
export type SettingField = 'remote_state_consumer_ids' | 'variables' | 'policies';

/** The edit is an action too, of the same form. */
export const asItself = () => 'itself' as const;

/** For an edit that can be made in the set-up only. */
export const notDuringPlay = (): null => null;

/** The action `set`, which gives this field of the target the value that the edit gives it. */
export const asSetting =
  <F extends SettingField>(field: F) =>
  (): F =>
    field;
