import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-07-canceled', {
  stops: [
    {
      title: 'stops a run canceled in its plan from firing',
      given: layout('network -> app'),
      actions: ['start network at 0', 'cancel network at 3'],
      gives: ['run-1 network: canceled by RUN-06', 'run-1 -/-> app: FI-07'],
      evidence: ['network', 'run-1'],
      says: 'run-1 was canceled; nothing was applied.',
      shows: [
        'no fi-07-canceled',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'no run-06-canceled',
      ],
    },
  ],
  passes: [
    {
      title: 'leaves a run canceled in its apply to FI-10',
      given: layout('network -> app; network: auto_apply'),
      actions: ['start network at 0', 'cancel network at 30'],
      gives: ['run-1 network: canceled by RUN-06', 'run-1 -/-> app: FI-10'],
    },
  ],
});
