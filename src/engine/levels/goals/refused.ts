import { compares, failed, passed, type GoalKind } from '../goal.ts';

/** How many actions were refused. */
export const refused: GoalKind<'refused'> = {
  id: 'refused',
  title: 'How many actions were refused',
  judge({ rule, ...wanted }, played) {
    const rows = played.simulation.result.rejections.filter((r) => rule === undefined || r.rule === rule);
    const last = rows.at(-1);
    const say = last === undefined ? 'Nothing was refused.' : last.message;
    return compares(rows.length, wanted) ? passed(say) : failed(last?.rule ?? null, say);
  },
};
