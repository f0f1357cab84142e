import { describeStatus } from '#model/scenario/runStatus.ts';
import { short } from '#model/layout/vocabulary.ts';
import { failed, passed, runsIn, type GoalKind } from '../goal.ts';

/** No run enters a status in a span of time. */
export const quiet: GoalKind<'quiet'> = {
  id: 'quiet',
  title: 'No run enters a status in a span of time',
  judge({ workspace, from, to, status }, played) {
    const busy = runsIn(played, workspace).find(
      (r) =>
        r.mode !== 'plan_only' && r.statuses.some((s) => s.status === status && s.at >= from && s.at <= to),
    );
    const span = `between second ${from} and ${to}`;
    if (busy === undefined)
      return passed(`No run of ${short(workspace)} enters ${describeStatus(status)} ${span}.`);
    return failed(null, `${busy.id} of ${short(workspace)} entered ${describeStatus(status)} ${span}.`);
  },
};
