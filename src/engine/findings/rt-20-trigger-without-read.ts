import { short } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: RT-20. */
export const rt20TriggerWithoutRead: FindingRule = {
  id: 'rt-20-trigger-without-read',
  fact: 'RT-20',
  severity: 'information',
  title: 'Trigger without a read',
  find: ({ layout, byId }) =>
    layout.run_triggers.flatMap(({ sourceable, workspace }) => {
      if (byId.get(workspace)?.reads.some((read) => read.workspace === sourceable)) return [];
      return [
        {
          workspaces: [sourceable, workspace],
          message: `${short(sourceable)} triggers ${short(workspace)}, which reads nothing of it; a trigger carries no values.`,
          fix: `Read an output of ${short(sourceable)} in ${short(workspace)}, or keep the trigger for order alone.`,
        },
      ];
    }),
};
