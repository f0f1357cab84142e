import { failed, passed, runsIn, short, type GoalKind } from '../goal.ts';

/** No run plans in a span of time. */
export const quiet: GoalKind<'quiet'> = {
  id: 'quiet',
  title: 'No run plans in a span of time',
  judge({ workspace, from, to }, played) {
    const busy = runsIn(played, workspace).find(
      (r) =>
        r.mode !== 'plan_only' &&
        r.statuses.some((s) => s.status === 'planning' && s.at >= from && s.at <= to),
    );
    if (busy === undefined) return passed(`${short(workspace)} rests from second ${from} to ${to}.`);
    return failed('LK-02', `${busy.id} of ${short(workspace)} planned between second ${from} and ${to}.`);
  },
};
