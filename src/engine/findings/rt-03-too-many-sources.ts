import { idOf } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';
import { SOURCE_LIMIT } from '../simulate/limits.ts';

/** Fact: RT-03. */
export const rt03TooManySources: FindingRule = {
  id: 'rt-03-too-many-sources',
  fact: 'RT-03',
  severity: 'error',
  title: 'More than 20 sources',
  find: ({ layout, sourcesOf }) =>
    layout.workspaces.flatMap((workspace) => {
      const count = sourcesOf(idOf(workspace)).length;
      if (count <= SOURCE_LIMIT) return [];
      return [
        {
          workspaces: [idOf(workspace)],
          message: `${workspace.name} lists ${count} sources, and ${SOURCE_LIMIT} are the most.`,
          fix: `Remove ${count - SOURCE_LIMIT} of them, or let some reach ${workspace.name} through one workspace in between.`,
        },
      ];
    }),
};
