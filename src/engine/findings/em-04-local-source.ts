import { short } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: EM-04. */
export const em04LocalSource: FindingRule = {
  id: 'em-04-local-source',
  fact: 'EM-04',
  severity: 'warning',
  title: 'Local source',
  find: ({ layout, byId }) =>
    layout.run_triggers.flatMap(({ sourceable, workspace }) => {
      if (byId.get(sourceable)?.execution_mode !== 'local') return [];
      return [
        {
          workspaces: [sourceable, workspace],
          message: `${short(sourceable)} is in local execution mode, so no run of it is ever applied and ${short(workspace)} is never triggered.`,
          fix: `Switch ${short(sourceable)} to remote or agent execution.`,
        },
      ];
    }),
};
