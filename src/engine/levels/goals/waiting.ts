import { describeStatus, WAITS_FOR } from '#model/scenario/runStatus.ts';
import { short } from '#model/layout/vocabulary.ts';
import { failed, passed, runsIn, ruleOfRun, ruleWithoutRun, type GoalKind } from '../goal.ts';

/** What a run waits for at the end. */
export const waiting: GoalKind<'waiting'> = {
  id: 'waiting',
  title: 'What a run waits for at the end',
  judge({ workspace, run, source, for: wanted }, played) {
    const runs = runsIn(played, workspace, source);
    const found = run === 'first' ? runs[0] : runs.at(-1);
    if (found === undefined)
      return failed(ruleWithoutRun(played, workspace), `${short(workspace)} got no such run.`);
    if (found.waiting_for === wanted)
      return passed(`${found.id} in ${short(workspace)} waits for ${WAITS_FOR[wanted]}.`);
    const instead =
      found.waiting_for === null
        ? `is ${describeStatus(found.status)}`
        : `waits for ${WAITS_FOR[found.waiting_for]}`;
    return failed(
      ruleOfRun(found),
      `${found.id} in ${short(workspace)} ${instead} and does not wait for ${WAITS_FOR[wanted]}.`,
    );
  },
};
