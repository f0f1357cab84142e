import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rs-01-no-such-output', {
  stops: [
    {
      title: 'ends a plan that reads an output which the source does not have',
      given: layout('app reads network.vpc; network shares app', {
        network: { outputs: [{ name: 'zone' }] },
      }),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-01'],
      evidence: ['network', 'app'],
      says: 'The latest state of network holds no output vpc.',
      shows: ['rs-05-state-of-other-organization', 'rs-03-state-not-shared', 'no rs-01-no-such-output'],
      changes: [
        'set outputs = [{"name":"zone","sensitive":false},{"name":"vpc","sensitive":false}] on acme/network: run-1 ends up planned',
        'set reads = [] on acme/app: run-1 ends up planned',
      ],
    },
    {
      title: 'ends a plan that reads a source which was never applied, through tfe_outputs too',
      given: layout('app reads network.vpc through tfe_outputs; network: no_state', {
        app: { tfe_token_team: 'owners' },
      }),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-01'],
      evidence: ['network', 'app'],
      says: 'The latest state of network holds no output vpc.',
      shows: ['rs-14-no-token', 'rs-13-token-may-not-read', 'no rs-01-no-such-output'],
    },
    {
      title: 'ends a plan that reads a source which was destroyed',
      given: layout(
        'app reads network.vpc; network: auto_apply; network shares app',
        {},
        { ruleset: 'guide' },
      ),
      actions: ['start network destroy', 'start app'],
      gives: ['run-1 network: applied', 'run-2 app: errored by RS-01', 'stale: app read network'],
      evidence: ['network', 'app'],
      says: 'The latest state of network holds no output vpc.',
      changes: ['set reads = [] on acme/app: run-2 ends up planned'],
    },
    {
      title: 'ends a plan that reads an output of its own which is none',
      given: layout('app reads app.vpc', { app: { outputs: [] } }),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-01'],
      evidence: ['app', 'app'],
      says: 'The latest state of app holds no output vpc.',
      shows: ['rs-05-state-of-other-organization', 'no rs-01-no-such-output'],
    },
    {
      title: 'ends a plan that reads an output of its own which is none, through tfe_outputs',
      given: layout('app reads app.vpc through tfe_outputs', { app: { outputs: [] } }),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-01'],
      evidence: ['app', 'app'],
      says: 'The latest state of app holds no output vpc.',
      shows: ['no rs-01-no-such-output'],
    },
  ],
  passes: [
    {
      title: 'lets a reader read what the first apply of the source made, sensitive or not',
      given: layout(
        'app reads network.vpc; network: auto_apply, no_state; network shares app; app: auto_apply',
        {
          network: { outputs: [{ name: 'vpc', sensitive: true }] },
        },
      ),
      actions: ['start network', 'start app'],
      gives: ['run-1 network: applied', 'run-2 app: applied'],
    },
  ],
});
