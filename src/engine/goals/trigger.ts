import { failed, passed, short, type GoalKind } from '../goal.ts';

/** A run trigger exists. */
export const trigger: GoalKind<'trigger'> = {
  id: 'trigger',
  title: 'A run trigger exists',
  judge({ sourceable, workspace }, played) {
    const exists = played.layout.run_triggers.some(
      (t) => t.sourceable === sourceable && t.workspace === workspace,
    );
    if (exists) return passed(`${short(sourceable)} triggers ${short(workspace)}.`);
    return failed('RT-02', `${short(workspace)} does not name ${short(sourceable)} as a source.`);
  },
};
