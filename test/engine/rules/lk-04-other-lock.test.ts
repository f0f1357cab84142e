import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-04-other-lock', {
  stops: [
    {
      title: "stops a team with write from lifting another team's lock",
      given: layout('app; team ops: app=write; team dev: app=write'),
      actions: ['lock app as dev', 'unlock app as ops'],
      gives: ['action 1 refused: LK-04'],
      evidence: ['app'],
      says: 'app was locked by dev, and team ops has no admin there to force it.',
      shows: ['lk-04-may-unlock', 'lk-05-not-locked', 'no lk-04-other-lock'],
      changes: ['let an owner do it: the action is carried out'],
    },
    {
      title: "stops it for a lock of the layout, which is an owner's",
      given: layout('app: locked; team ops: app=write'),
      actions: ['unlock app as ops'],
      gives: ['action 0 refused: LK-04'],
      evidence: ['app'],
      says: 'app was locked by owners, and team ops has no admin there to force it.',
    },
  ],
  passes: [
    {
      title: 'lets the team that holds the lock lift it without admin',
      given: layout('app; team dev: app=write'),
      actions: ['lock app as dev', 'unlock app as dev', 'lock app as dev'],
      gives: [],
    },
    {
      title: 'lets an admin, and an owner, lift it',
      given: layout('app: locked; team ops: app=admin; team dev: app=write'),
      actions: ['unlock app as ops', 'lock app as dev', 'unlock app', 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02'],
    },
  ],
});
