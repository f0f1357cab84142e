import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-04-may-confirm', {
  stops: [
    {
      title: 'stops a team that may plan but not apply',
      given: layout('app; team ops: app=plan'),
      actions: ['start app', 'confirm app as ops'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 1 refused: RUN-04'],
      evidence: ['app'],
      says: 'Team ops may not apply runs in app.',
      shows: ['no run-04-may-confirm', 'run-04-nothing-to-confirm'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets a team with write confirm',
      given: layout('app; team ops: app=write'),
      actions: ['start app', 'confirm app as ops'],
      gives: ['run-1 app: applied'],
    },
  ],
});
