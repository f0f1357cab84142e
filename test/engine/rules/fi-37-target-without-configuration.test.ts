import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-37-target-without-configuration', {
  stops: [
    {
      title: 'stops a downstream without a configuration from getting a run',
      given: layout('network -> app; network: auto_apply; app: no_configuration'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-1 -/-> app: FI-37'],
      evidence: ['app'],
      says: 'app has no configuration version, so there is nothing to run. A choice of this app: the vendor does not document the case.',
      shows: ['em-03-local-target', 'no fi-37-target-without-configuration'],
      changes: ['set has_configuration = true on acme/app: run-2 is queued in acme/app'],
    },
  ],
  passes: [
    {
      title: 'lets a downstream get a run that has a configuration by then, though it never had a state',
      given: layout('network -> app; network: auto_apply; app: no_configuration, no_state'),
      actions: ['start network at 0', set('app', { has_configuration: true }, { at: 10 })],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
    },
  ],
});
