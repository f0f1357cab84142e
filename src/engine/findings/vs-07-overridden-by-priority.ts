import { idOf } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';
import { effectiveVariables } from '../query/effectiveVariables.ts';

/** Fact: VS-07. */
export const vs07OverriddenByPriority: FindingRule = {
  id: 'vs-07-overridden-by-priority',
  fact: 'VS-07',
  severity: 'warning',
  title: 'Variable that a priority set overrides',
  find: ({ layout }) =>
    layout.workspaces.flatMap((workspace) =>
      effectiveVariables(layout, workspace).flatMap((variable) => {
        const set = layout.variable_sets.find(
          (s) => s.organization === workspace.organization && variable.from === `variable_set:${s.name}`,
        );
        if (set?.priority !== true || variable.overrides.length === 0) return [];
        return [
          {
            workspaces: [idOf(workspace)],
            message: `${variable.category} variable ${variable.key} of ${workspace.name} comes from the priority set ${set.name} and overrides ${variable.overrides.join(', ')}.`,
            fix: `Change the value in ${set.name}, or turn its priority off.`,
          },
        ];
      }),
    ),
};
