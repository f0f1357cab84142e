import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-05-may-discard', {
  stops: [
    {
      title: 'stops a team that may plan but not apply',
      given: layout('app; team ops: app=plan'),
      actions: ['start app', 'discard app as ops'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 1 refused: RUN-05'],
      evidence: ['app'],
      says: 'Team ops may not discard runs in app.',
      shows: ['no run-05-may-discard', 'run-05-not-discardable'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets a team with write discard',
      given: layout('app; team ops: app=write'),
      actions: ['start app', 'discard app as ops'],
      gives: ['run-1 app: discarded by RUN-05'],
    },
  ],
});
