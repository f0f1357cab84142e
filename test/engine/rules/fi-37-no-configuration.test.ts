import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-37-no-configuration', {
  stops: [
    {
      title: 'stops a run where no configuration was ever uploaded, by the guide too',
      given: layout('app: no_configuration', {}, { ruleset: 'guide' }),
      actions: ['start app', 'start app vcs', 'start app destroy'],
      gives: ['action 0 refused: FI-37', 'action 1 refused: FI-37', 'action 2 refused: FI-37'],
      evidence: ['app'],
      says: 'app has no configuration version yet.',
      shows: ['run-08-may-queue-plans', 'em-02-local-performs-no-runs', 'no fi-37-no-configuration'],
      changes: ['set has_configuration = true on acme/app: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets a run start once there is a configuration',
      given: layout('app: no_configuration'),
      actions: [set('app', { has_configuration: true }), 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02'],
    },
  ],
});
