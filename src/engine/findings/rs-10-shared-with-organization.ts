import { idOf } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: RS-10. */
export const rs10SharedWithOrganization: FindingRule = {
  id: 'rs-10-shared-with-organization',
  fact: 'RS-10',
  severity: 'warning',
  title: 'State shared with the whole organization',
  find: ({ layout }) =>
    layout.workspaces
      .filter((workspace) => workspace.global_remote_state)
      .map((workspace) => ({
        workspaces: [idOf(workspace)],
        message: `${workspace.name} shares its state with every workspace of ${workspace.organization}; a reader of the state sees all of it, not only the outputs.`,
        fix: `Turn global_remote_state off and name the readers in remote_state_consumer_ids of ${workspace.name}.`,
      })),
};
