import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-06-may-cancel', {
  stops: [
    {
      title: 'stops a team that may plan but not apply',
      given: layout('app: no_changes; team ops: app=plan'),
      actions: ['start app at 0', 'cancel app as ops at 5'],
      gives: ['run-1 app: planned_and_finished by RUN-03', 'action 1 refused: RUN-06'],
      evidence: ['app'],
      says: 'Team ops may not cancel runs in app.',
      shows: ['no run-06-may-cancel', 'run-06-not-cancelable'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets a team with write cancel',
      given: layout('app; team ops: app=write'),
      actions: ['start app at 0', 'cancel app as ops at 5'],
      gives: ['run-1 app: canceled by RUN-06'],
    },
  ],
});
