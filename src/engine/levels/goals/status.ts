import { describeStatus } from '#model/scenario/runStatus.ts';
import { short } from '#model/layout/vocabulary.ts';
import { failed, passed, runsIn, ruleOfRun, ruleWithoutRun, type GoalKind } from '../goal.ts';

/** The status of a run at the end. */
export const status: GoalKind<'status'> = {
  id: 'status',
  title: 'The status of a run at the end',
  judge({ workspace, run, source, is }, played) {
    const runs = runsIn(played, workspace, source);
    const found = run === 'first' ? runs[0] : runs.at(-1);
    if (found === undefined)
      return failed(ruleWithoutRun(played, workspace), `${short(workspace)} got no such run.`);
    if (found.status === is) return passed(`${found.id} in ${short(workspace)} is ${describeStatus(is)}.`);
    return failed(
      ruleOfRun(found),
      `${found.id} in ${short(workspace)} is ${describeStatus(found.status)}, not ${describeStatus(is)}.`,
    );
  },
};
