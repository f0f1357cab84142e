import { short } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';
import { pairsRead } from '../simulate/remoteState.ts';

/** Fact: RS-26. */
export const rs26ReadWithoutTrigger: FindingRule = {
  id: 'rs-26-read-without-trigger',
  fact: 'RS-26',
  severity: 'warning',
  title: 'Read without any trigger path',
  find: ({ layout, leadsTo }) =>
    pairsRead(layout).flatMap(({ reader, source }) => {
      if (leadsTo(source, reader)) return [];
      return [
        {
          workspaces: [reader, source],
          message: `${short(reader)} reads ${short(source)}, and no chain of run triggers leads there: after an apply of ${short(source)} it keeps old values until somebody runs it.`,
          fix: `Add a run trigger to ${short(reader)} with ${short(source)} as its source.`,
        },
      ];
    }),
};
