import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rs-05-state-of-other-organization', {
  stops: [
    {
      title: 'ends a plan that reads the state of another organization, shared or not',
      given: layout(
        'app reads zeta/network.vpc; zeta/network shares everyone',
        {},
        { organizations: [{ name: 'acme' }, { name: 'zeta' }] },
      ),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-05'],
      evidence: ['app', 'zeta/network'],
      says: 'acme/app reads vpc of zeta/network, which is in another organization.',
      shows: ['no rs-05-state-of-other-organization', 'rs-03-state-not-shared', 'rs-01-no-such-output'],
      changes: ['set reads = [] on acme/app: run-1 ends up planned'],
    },
    {
      title: 'ends it by the guide too',
      given: layout(
        'app reads zeta/network.vpc',
        {},
        { ruleset: 'guide', organizations: [{ name: 'acme' }, { name: 'zeta' }] },
      ),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-05'],
      evidence: ['app', 'zeta/network'],
      says: 'acme/app reads vpc of zeta/network, which is in another organization.',
    },
  ],
  passes: [
    {
      title: 'lets a reader of the same organization read what is shared',
      given: layout('app reads network.vpc; network shares app; app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
