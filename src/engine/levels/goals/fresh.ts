import { short } from '#model/layout/vocabulary.ts';
import {
  failed,
  type Judgement,
  passed,
  type Played,
  runsIn,
  ruleOfRun,
  ruleWithoutRun,
  type GoalKind,
} from '../goal.ts';

/** A reader's last applied run has a source's newest values. */
export const fresh: GoalKind<'fresh'> = {
  id: 'fresh',
  title: "A reader's last applied run has a source's newest values",
  judge({ workspace, sourceable }, played) {
    const { runs, stale } = played.simulation.result;
    if (stale.some((s) => s.workspace === workspace && s.sourceable === sourceable)) {
      // A run that only shows a plan could not have brought the values, so it is not what went wrong.
      const last = runsIn(played, workspace).findLast((r) => r.mode !== 'plan_only');
      const rule =
        last === undefined || last.status === 'applied' ? ruleWithoutRun(played, workspace) : ruleOfRun(last);
      return failed(rule, `${short(workspace)} still has old values of ${short(sourceable)}.`);
    }
    const never = [sourceable, workspace].find(
      (id) => !runs.some((r) => r.workspace === id && r.status === 'applied'),
    );
    if (never !== undefined) return neverApplied(played, never);
    return passed(`${short(workspace)} has the newest values of ${short(sourceable)}.`);
  },
};

function neverApplied(played: Played, workspace: string): Judgement {
  const runs = runsIn(played, workspace);
  const last = runs.findLast((r) => r.mode !== 'plan_only') ?? runs.at(-1);
  return failed(
    last === undefined ? ruleWithoutRun(played, workspace) : ruleOfRun(last),
    `No run of ${short(workspace)} was applied.`,
  );
}
