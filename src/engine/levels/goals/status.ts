import { statusWords } from '#model/scenario/status.ts';
import { short } from '#model/layout/vocabulary.ts';
import { failed, passed, runsIn, ruleOfRun, whyNoRun, type GoalKind } from '../goal.ts';

/** How a run stands at the end. */
export const status: GoalKind<'status'> = {
  id: 'status',
  title: 'How a run stands at the end',
  judge({ workspace, run, source, is }, played) {
    const runs = runsIn(played, workspace, source);
    const found = run === 'first' ? runs[0] : runs.at(-1);
    if (found === undefined)
      return failed(whyNoRun(played, workspace), `${short(workspace)} got no such run.`);
    if (found.status === is) return passed(`${found.id} in ${short(workspace)} is ${statusWords(is)}.`);
    return failed(
      ruleOfRun(found),
      `${found.id} in ${short(workspace)} is ${statusWords(found.status)}, not ${statusWords(is)}.`,
    );
  },
};
