import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-12-plan-only', {
  stops: [
    {
      title: 'stops a plan-only run from firing',
      given: layout('network -> app; network: auto'),
      actions: ['start network plan_only'],
      gives: ['run-1 network: planned_and_finished by MODE-02', 'run-1 -/-> app: FI-12'],
      evidence: ['network', 'run-1'],
      says: 'run-1 was plan-only: it cannot be applied, so nothing was queued.',
      shows: [
        'no fi-12-plan-only',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'no mode-02-plan-only',
        'run-03-nothing-to-apply',
      ],
      changes: ['start run-1 as standard: run-2 is queued in acme/app'],
    },
  ],
  passes: [
    {
      title: 'leaves a plan-only run that ended otherwise, and a plan without changes, to their own rules',
      given: layout('network -> app; network: plan_errors; quiet -> app; quiet: no_changes'),
      actions: [
        'start network plan_only',
        'start quiet',
        'start quiet plan_only at 100',
        'cancel run-3 at 101',
      ],
      gives: [
        'run-1 network: errored by RUN-13',
        'run-2 quiet: planned_and_finished by RUN-03',
        'run-3 quiet: canceled by RUN-06',
        'run-1 -/-> app: FI-08',
        'run-2 -/-> app: FI-13',
        'run-3 -/-> app: FI-07',
      ],
    },
    {
      title: 'lets a standard run fire',
      given: layout('network -> app; network: auto_apply; app: auto'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: applied'],
    },
  ],
});
