import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-04-may-unlock', {
  stops: [
    {
      title: 'stops a team without the lock permission',
      given: layout('app: locked; team ops: app=plan'),
      actions: ['unlock app as ops', 'start app'],
      gives: ['run-1 app: pending waits for unlock by LK-02', 'action 0 refused: LK-04'],
      evidence: ['app'],
      says: 'Team ops may not unlock app.',
      shows: ['no lk-04-may-unlock', 'lk-05-not-locked', 'no lk-04-other-lock'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets the team that locked it unlock it',
      given: layout('app; team ops: app=write'),
      actions: ['lock app as ops', 'unlock app as ops', 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02'],
    },
  ],
});
