import type { FindingRule } from './finding.ts';

/** Fact: RT-05. */
export const rt05RefusedTrigger: FindingRule = {
  id: 'rt-05-refused-trigger',
  fact: 'RT-05',
  severity: 'error',
  title: 'Trigger between two organizations',
  find: ({ layout, byId }) =>
    layout.run_triggers.flatMap(({ sourceable, workspace }) =>
      byId.get(sourceable)?.organization === byId.get(workspace)?.organization
        ? []
        : [
            {
              workspaces: [sourceable, workspace],
              message: `The trigger ${sourceable} → ${workspace} crosses organizations and will be refused.`,
              fix: 'Move one of the workspaces, or start the downstream by other means.',
            },
          ],
    ),
};
