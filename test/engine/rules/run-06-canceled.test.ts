import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-06-canceled', {
  stops: [
    {
      title: 'ends a run that was canceled',
      given: layout('app'),
      actions: ['start app at 0', 'cancel app at 1'],
      gives: ['run-1 app: canceled by RUN-06'],
      evidence: ['app', 'run-1'],
      says: 'run-1 was canceled.',
      shows: ['no run-06-canceled'],
      changes: ['do not cancel run-1: run-1 ends up planned'],
    },
  ],
  passes: [
    {
      title: 'leaves a discarded run to RUN-05',
      given: layout('app'),
      actions: ['start app', 'discard app'],
      gives: ['run-1 app: discarded by RUN-05'],
    },
  ],
});
