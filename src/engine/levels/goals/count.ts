import { noneOr } from '#model/wording/counted.ts';
import { short } from '#model/layout/vocabulary.ts';
import { compares, failed, passed, runsIn, ruleOfRun, ruleWithoutRun, type GoalKind } from '../goal.ts';

/** How many runs a workspace got. */
export const count: GoalKind<'count'> = {
  id: 'count',
  title: 'How many runs a workspace got',
  judge({ workspace, source, status, ...wanted }, played) {
    const all = runsIn(played, workspace, source);
    const runs = status === undefined ? all : all.filter((r) => r.status === status);
    const say = `${short(workspace)} has ${noneOr(runs.length, 'such run')}.`;
    if (compares(runs.length, wanted)) return passed(say);
    const other = all.find((r) => status !== undefined && r.status !== status);
    const reason = other === undefined ? null : ruleOfRun(other);
    return failed(reason ?? (all.length === 0 ? ruleWithoutRun(played, workspace) : null), say);
  },
};
