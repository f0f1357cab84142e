import { short } from '#model/layout/vocabulary.ts';
import { failed, passed, runsIn, ruleOfRun, ruleWithoutRun, type GoalKind } from '../goal.ts';
import { snapshotAt } from '../../query/stateAt.ts';
import { effectiveVariables } from '../../query/effectiveVariables.ts';

/** Every applied run of a workspace used this value of a variable. A run uses the value from when it was created. */
export const appliedWith: GoalKind<'applied_with'> = {
  id: 'applied_with',
  title: 'The value that applied runs had for a variable',
  judge({ workspace, key, is }, played) {
    const { scenario, simulation } = played;
    const all = runsIn(played, workspace);
    const applied = all.filter((r) => r.status === 'applied');
    const last = all.at(-1);
    if (applied.length === 0)
      return failed(
        last === undefined ? ruleWithoutRun(played, workspace) : ruleOfRun(last),
        `No run of ${short(workspace)} was applied.`,
      );
    for (const run of applied) {
      const created = simulation.log.findIndex((e) => e.kind === 'queued' && e.run === run.id);
      const then = snapshotAt(scenario, simulation, created).workspaces.get(workspace);
      const value = then && effectiveVariables(scenario.layout, then).find((v) => v.key === key)?.value;
      if (value !== is)
        return failed(
          null,
          `${run.id} of ${short(workspace)} was applied with ${key} ${value ?? 'not set'}.`,
        );
    }
    return passed(`${short(workspace)} was applied with ${key} ${is}.`);
  },
};
