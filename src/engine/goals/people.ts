import { compares, failed, passed, type GoalKind } from '../goal.ts';

const BY_HAND: ReadonlySet<string> = new Set([
  'start_run',
  'confirm',
  'discard',
  'cancel',
  'override_policy',
  'lock',
  'unlock',
]);

/** How often somebody had to act. */
export const people: GoalKind<'people'> = {
  id: 'people',
  title: 'How often somebody had to act',
  judge(wanted, played) {
    const n = played.attempt.actions.filter((action) => BY_HAND.has(action.type)).length;
    const say = `Somebody acted by hand ${n} ${n === 1 ? 'time' : 'times'}.`;
    return compares(n, wanted) ? passed(say) : failed(null, say);
  },
};
