import { BY_HAND } from '#model/scenario/action.ts';
import { counted as numbered } from '#model/wording/counted.ts';
import { compares, failed, passed, type GoalKind } from '../goal.ts';

/** How often somebody had to act. */
export const people: GoalKind<'people'> = {
  id: 'people',
  title: 'How often somebody had to act',
  judge({ acts, ...wanted }, played) {
    const counted: ReadonlySet<string> = new Set(acts.length === 0 ? BY_HAND : acts);
    const n = played.actions.filter((action) => counted.has(action.type)).length;
    const say = `Somebody acted by hand ${numbered(n, 'time')}.`;
    return compares(n, wanted) ? passed(say) : failed(null, say);
  },
};
