import { idOf } from '#model/layout/vocabulary.ts';
import { allowed } from '../query/access.ts';
import type { FindingRule } from './finding.ts';
import { readsOf } from '../simulate/remoteState.ts';

/** Fact: RS-13. */
export const rs13TokenWithoutAccess: FindingRule = {
  id: 'rs-13-token-without-access',
  fact: 'RS-13',
  severity: 'error',
  title: 'tfe_outputs without a token that may read',
  find: ({ layout, byId }) =>
    readsOf(layout).flatMap(({ reader, read }) => {
      const source = byId.get(read.workspace);
      if (read.via !== 'tfe_outputs' || source === undefined || source.organization !== reader.organization)
        return [];
      if (idOf(source) === idOf(reader)) return [];
      const team = reader.tfe_token_team;
      if (team !== null && allowed(layout, team, read.workspace).read_state_outputs) return [];
      const why =
        team === null
          ? 'has no token for the tfe provider'
          : `uses the token of ${team}, which may not read state outputs there`;
      return [
        {
          workspaces: [idOf(reader), read.workspace],
          message: `${reader.name} reads ${read.output} of ${source.name} through tfe_outputs and ${why}; the plan will fail.`,
          fix:
            team === null
              ? `Give ${reader.name} a token of a team that may read outputs of ${source.name}.`
              : `Grant ${team} read outputs on ${source.name}.`,
        },
      ];
    }),
};
