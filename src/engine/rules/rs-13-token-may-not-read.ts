import { otherTokens, readOutputsGrant, withoutRead } from './readRemedies.ts';
import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RS-13. */
export const rs13TokenMayNotRead: Rule<'read'> = {
  id: 'rs-13-token-may-not-read',
  fact: 'RS-13',
  at: 'read',
  effect: 'error',
  title: 'tfe_outputs reads with the permissions of its token',
  why: 'State sharing does not govern tfe_outputs; the team whose token it uses must be allowed to read state outputs of the source.',
  fix: 'Grant that team read outputs on the source.',
  evidence: 'documented',
  condition: "the token's team may read state outputs of the source",
  applies: ({ read, run, source }) => read.via === 'tfe_outputs' && source !== run.workspace,
  violation: ({ state, run, read, source }) => {
    const team = run.settings.tfe_token_team;
    if (read.via !== 'tfe_outputs' || source === run.workspace || team === null) return null;
    const same = source.organization === run.workspace.organization;
    return same && state.access.may(team, 'read_state_outputs', source.id)
      ? null
      : about(run.workspace, source);
  },
  message: ({ run, source }) =>
    `Team ${run.settings.tfe_token_team}, whose token ${nameOf(run.workspace)} uses, may not read state outputs of ${nameOf(source)}.`,
  remedies: (reading) => [...readOutputsGrant(reading), ...otherTokens(reading), withoutRead(reading)],
};
