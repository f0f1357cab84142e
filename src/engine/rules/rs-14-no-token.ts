import { otherTokens, withoutRead } from './readRemedies.ts';
import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RS-14. */
export const rs14NoToken: Rule<'read'> = {
  id: 'rs-14-no-token',
  fact: 'RS-14',
  at: 'read',
  effect: 'error',
  title: 'tfe_outputs needs a token of its own',
  why: 'The tfe provider needs a token even inside a run; the automatic token of the run cannot call the API.',
  fix: 'Give the provider a team token, for example by a sensitive TFE_TOKEN variable. On a board, choose the team whose token it is: a variable alone does not say whose token it holds.',
  evidence: 'documented',
  condition: 'the tfe provider has a token',
  applies: ({ read, run, source }) => read.via === 'tfe_outputs' && source !== run.workspace,
  violation: ({ run, read, source }) =>
    read.via === 'tfe_outputs' && source !== run.workspace && run.settings.tfe_token_team === null
      ? about(run.workspace)
      : null,
  message: ({ run, read, source }) =>
    `${nameOf(run.workspace)} reads ${read.output} of ${nameOf(source)} through tfe_outputs, and its tfe provider has no token.`,
  remedies: (reading) => [...otherTokens(reading), withoutRead(reading)],
};
