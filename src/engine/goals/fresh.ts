import { failed, passed, runsIn, ruleOfRun, short, whyNoRun, type GoalKind } from '../goal.ts';

/** A reader's last applied run has a source's newest values. */
export const fresh: GoalKind<'fresh'> = {
  id: 'fresh',
  title: "A reader's last applied run has a source's newest values",
  judge({ workspace, sourceable }, played) {
    const { runs, stale } = played.simulation.result;
    if (stale.some((s) => s.workspace === workspace && s.sourceable === sourceable)) {
      const last = runsIn(played, workspace).at(-1);
      const rule =
        last === undefined || last.status === 'applied' ? whyNoRun(played, workspace) : ruleOfRun(last);
      return failed(rule, `${short(workspace)} still has old values of ${short(sourceable)}.`);
    }
    const applied = (id: string) => runs.some((r) => r.workspace === id && r.status === 'applied');
    if (!applied(sourceable)) {
      const last = runsIn(played, sourceable).at(-1);
      return failed(
        last === undefined ? whyNoRun(played, sourceable) : ruleOfRun(last),
        `No run of ${short(sourceable)} was applied.`,
      );
    }
    if (!applied(workspace)) {
      const last = runsIn(played, workspace).at(-1);
      return failed(
        last === undefined ? whyNoRun(played, workspace) : ruleOfRun(last),
        `No run of ${short(workspace)} was applied.`,
      );
    }
    return passed(`${short(workspace)} has the newest values of ${short(sourceable)}.`);
  },
};
