import { short } from '#model/layout/vocabulary.ts';
import { allowed } from '../../query/access.ts';
import { failed, passed, type GoalKind } from '../goal.ts';

/** What a team may do in a workspace. */
export const allowedGoal: GoalKind<'allowed'> = {
  id: 'allowed',
  title: 'What a team may do in a workspace',
  judge({ team, workspace, permission }, played) {
    if (allowed(played.layout, team, workspace)[permission])
      return passed(`${team} may ${permission.replaceAll('_', ' ')} in ${short(workspace)}.`);
    return failed('PM-01', `${team} may not ${permission.replaceAll('_', ' ')} in ${short(workspace)}.`);
  },
};
