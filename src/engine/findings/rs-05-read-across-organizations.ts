import { idOf } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';
import { readsOf } from '../simulate/remoteState.ts';

/** Fact: RS-05. */
export const rs05ReadAcrossOrganizations: FindingRule = {
  id: 'rs-05-read-across-organizations',
  fact: 'RS-05',
  severity: 'error',
  title: 'Read across organizations',
  find: ({ layout, byId }) =>
    readsOf(layout).flatMap(({ reader, read }) => {
      const source = byId.get(read.workspace);
      if (source === undefined || source.organization === reader.organization) return [];
      return [
        {
          workspaces: [idOf(reader), read.workspace],
          message: `${idOf(reader)} reads ${read.output} of ${read.workspace}, which is in another organization; the plan will fail.`,
          fix: 'Publish the value outside Terraform state, or move one of the workspaces.',
        },
      ];
    }),
};
