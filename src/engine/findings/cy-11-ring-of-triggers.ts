import { short } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: CY-11. */
export const cy11RingOfTriggers: FindingRule = {
  id: 'cy-11-ring-of-triggers',
  fact: 'CY-11',
  severity: 'error',
  title: 'Ring of triggers',
  find: ({ layout, leadsTo }) =>
    layout.run_triggers
      .filter(({ sourceable, workspace }) => sourceable !== workspace && leadsTo(workspace, sourceable))
      .map(({ sourceable, workspace }) => ({
        workspaces: [sourceable, workspace],
        message: `${short(sourceable)} → ${short(workspace)} is part of a ring of triggers. A design rule of this app refuses the one that closes it; the vendor does not document the case.`,
        fix: 'Remove one trigger of the ring.',
      })),
};
