import { idOf } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: AA-05. */
export const aa05TriggeredRunsWillWait: FindingRule = {
  id: 'aa-05-triggered-runs-will-wait',
  fact: 'AA-05',
  severity: 'warning',
  title: 'Triggered runs will wait although Auto-apply is on',
  find: ({ layout, sourcesOf }) =>
    layout.ruleset === 'guide'
      ? []
      : layout.workspaces.flatMap((workspace) => {
          const id = idOf(workspace);
          if (!workspace.auto_apply || workspace.auto_apply_run_trigger || sourcesOf(id).length === 0)
            return [];
          return [
            {
              workspaces: [id],
              message: `${workspace.name} has auto_apply on, but runs that a trigger starts will wait for confirmation: auto_apply_run_trigger is off.`,
              fix: `Set auto_apply_run_trigger = true on ${workspace.name}, if triggered runs should apply by themselves too.`,
            },
          ];
        }),
};
