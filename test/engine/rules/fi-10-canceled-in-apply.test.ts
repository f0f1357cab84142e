import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-10-canceled-in-apply', {
  stops: [
    {
      title: 'stops a run canceled in its apply from firing',
      given: layout('network -> app; network: auto_apply'),
      actions: ['start network at 0', 'cancel network at 30'],
      gives: ['run-1 network: canceled by RUN-06', 'run-1 -/-> app: FI-10'],
      evidence: ['network', 'run-1'],
      says: 'run-1 was canceled during its apply. Some resources may have changed, yet the apply did not succeed.',
      shows: [
        'no fi-10-canceled-in-apply',
        'no fi-07-canceled',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'no run-06-canceled',
      ],
    },
    {
      title: 'stops a run canceled in its post-apply tasks from firing',
      given: layout('network -> app; network: auto_apply', {
        network: {
          run_tasks: [{ name: 'tell', stage: 'post_apply', enforcement_level: 'advisory', passes: true }],
        },
      }),
      actions: ['start network at 0', 'cancel network at 52'],
      gives: ['run-1 network: canceled by RUN-06', 'run-1 -/-> app: FI-10'],
      evidence: ['network', 'run-1'],
      says: 'run-1 was canceled during its apply. Some resources may have changed, yet the apply did not succeed.',
    },
  ],
  passes: [
    {
      title: 'leaves a run canceled in its pre-apply tasks to FI-07',
      given: layout('network -> app; network: auto_apply', {
        network: {
          run_tasks: [{ name: 'ask', stage: 'pre_apply', enforcement_level: 'mandatory', passes: true }],
        },
      }),
      actions: ['start network at 0', 'cancel network at 22'],
      gives: ['run-1 network: canceled by RUN-06', 'run-1 -/-> app: FI-07'],
    },
  ],
});
