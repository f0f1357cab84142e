import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rs-03-state-not-shared', {
  stops: [
    {
      title: 'stops a reader that the source does not share with',
      given: layout('app reads network.vpc'),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-03'],
      evidence: ['network', 'app'],
      says: 'app reads vpc of network, but network does not share its state with it.',
      shows: ['rs-05-state-of-other-organization', 'no rs-03-state-not-shared', 'rs-01-no-such-output'],
      changes: ['set remote_state_consumer_ids = ["acme/app"] on acme/network: run-1 ends up planned'],
    },
    {
      title: 'stops a reader that is not the one on the list',
      given: layout('app reads network.vpc; network shares batch; batch'),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-03'],
      evidence: ['network', 'app'],
      says: 'app reads vpc of network, but network does not share its state with it.',
      shows: ['rs-05-state-of-other-organization', 'no rs-03-state-not-shared', 'rs-01-no-such-output'],
      changes: [
        'set remote_state_consumer_ids = ["acme/batch","acme/app"] on acme/network: run-1 ends up planned',
      ],
    },
    {
      title: 'looks at the sharing as it is in the second of planning',
      given: layout('app reads network.vpc; network shares app; app: locked'),
      actions: [
        'start app at 0',
        set('network', { remote_state_consumer_ids: [] }, { at: 5 }),
        'unlock app at 5',
      ],
      gives: ['run-1 app: errored by RS-03'],
      evidence: ['network', 'app'],
      says: 'app reads vpc of network, but network does not share its state with it.',
    },
  ],
  passes: [
    {
      title: 'lets a reader read that the source lists',
      given: layout('app reads network.vpc; network shares app; app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets everyone of the organization read where the source shares with it',
      given: layout('app reads network.vpc; network shares everyone; app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets a workspace read itself',
      given: layout('app reads app.vpc; app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'asks nothing by the guide, where the same organization is enough',
      given: layout('app reads network.vpc; app: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
