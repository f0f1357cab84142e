import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rs-14-no-token', {
  stops: [
    {
      title: 'ends a plan that reads through tfe_outputs without a token, shared or not',
      given: layout(
        'app reads network.vpc through tfe_outputs; network shares everyone',
        {},
        { ruleset: 'guide' },
      ),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-14'],
      evidence: ['app'],
      says: 'app reads vpc of network through tfe_outputs, and its tfe provider has no token.',
      shows: ['no rs-14-no-token', 'rs-13-token-may-not-read', 'rs-01-no-such-output'],
      changes: [
        'set tfe_token_team = "owners" on acme/app: run-1 ends up planned',
        'set reads = [] on acme/app: run-1 ends up planned',
      ],
    },
  ],
  passes: [
    {
      title: 'lets a plan with a token read, and needs none for remote state or for itself',
      given: layout(
        `app reads network.vpc through tfe_outputs; app reads app.x through tfe_outputs; app: auto_apply
       team readers: network=read; batch reads network.vpc; network shares batch; batch: auto_apply`,
        { app: { tfe_token_team: 'readers' } },
      ),
      actions: ['start app', 'start batch'],
      gives: ['run-1 app: applied', 'run-2 batch: applied'],
    },
    {
      title: 'lets a workspace read itself without a token',
      given: layout('app reads app.x through tfe_outputs; app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
