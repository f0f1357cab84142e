import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-09-errored-in-apply', {
  stops: [
    {
      title: 'stops a failed apply from firing',
      given: layout('network -> app; network: auto_apply, apply_errors'),
      actions: ['start network'],
      gives: ['run-1 network: errored by RUN-13', 'run-1 -/-> app: FI-09'],
      evidence: ['network', 'run-1'],
      says: 'The apply of run-1 failed. Some resources may have changed, yet only a successful apply fires.',
      shows: [
        'no fi-09-errored-in-apply',
        'no fi-08-errored',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'em-08-mode-changed',
        'no run-13-apply-errors',
      ],
      changes: ['set apply = "succeeds" on acme/network: run-2 is queued in acme/app'],
    },
  ],
  passes: [
    {
      title: 'leaves a failed plan to FI-08',
      given: layout('network -> app; network: plan_errors'),
      actions: ['start network'],
      gives: ['run-1 network: errored by RUN-13', 'run-1 -/-> app: FI-08'],
    },
  ],
});
