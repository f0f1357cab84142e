import { short } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: RT-22. */
export const rt22OwnTrigger: FindingRule = {
  id: 'rt-22-own-trigger',
  fact: 'RT-22',
  severity: 'error',
  title: 'Workspace that triggers itself',
  find: ({ layout }) =>
    layout.run_triggers
      .filter(({ sourceable, workspace }) => sourceable === workspace)
      .map(({ workspace }) => ({
        workspaces: [workspace],
        message: `${short(workspace)} names itself as a source, which is refused.`,
        fix: 'Remove the trigger.',
      })),
};
