import { short } from '#model/layout/vocabulary.ts';
import { failed, passed, type GoalKind } from '../goal.ts';
import { snapshotAt } from '../../query/stateAt.ts';

/** A run trigger exists at the end. */
export const trigger: GoalKind<'trigger'> = {
  id: 'trigger',
  title: 'A run trigger exists',
  judge({ sourceable, workspace }, { scenario, simulation }) {
    const same = (t: { sourceable: string; workspace: string }) =>
      t.sourceable === sourceable && t.workspace === workspace;
    const { triggers } = snapshotAt(scenario, simulation, simulation.log.length);
    if (triggers.some(same)) return passed(`${short(sourceable)} triggers ${short(workspace)}.`);
    const refusal = simulation.result.rejections.findLast(({ action }) => {
      if (action === null) return false;
      const asked = scenario.actions[action];
      return asked?.type === 'create_run_trigger' && same(asked);
    });
    if (refusal !== undefined) return failed(refusal.rule, refusal.message);
    return failed('RT-02', `${short(workspace)} does not name ${short(sourceable)} as a source.`);
  },
};
