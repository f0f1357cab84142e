import { idOf, short } from '#model/layout/vocabulary.ts';
import { failed, passed, type GoalKind } from '../goal.ts';

/** A workspace shares its state with another. */
export const shares: GoalKind<'shares'> = {
  id: 'shares',
  title: 'A workspace shares its state with another',
  judge({ sourceable, workspace }, played) {
    const source = played.layout.workspaces.find((w) => idOf(w) === sourceable);
    const shares =
      source !== undefined &&
      (source.global_remote_state || source.remote_state_consumer_ids.includes(workspace));
    if (shares) return passed(`${short(sourceable)} shares its state with ${short(workspace)}.`);
    return failed('RS-03', `${short(sourceable)} does not share its state with ${short(workspace)}.`);
  },
};
