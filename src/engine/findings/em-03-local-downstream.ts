import { short } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: EM-03. */
export const em03LocalDownstream: FindingRule = {
  id: 'em-03-local-downstream',
  fact: 'EM-03',
  severity: 'warning',
  title: 'Local downstream',
  find: ({ layout, byId }) =>
    layout.run_triggers.flatMap(({ sourceable, workspace }) => {
      if (byId.get(workspace)?.execution_mode !== 'local') return [];
      return [
        {
          workspaces: [workspace, sourceable],
          message: `${short(sourceable)} triggers ${short(workspace)}, which is in local execution mode, where no run is performed.`,
          fix: `Switch ${short(workspace)} to remote or agent execution.`,
        },
      ];
    }),
};
