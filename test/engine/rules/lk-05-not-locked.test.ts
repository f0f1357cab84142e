import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-05-not-locked', {
  stops: [
    {
      title: 'stops an unlock where no user holds the lock',
      given: layout('app'),
      actions: ['unlock app'],
      gives: ['action 0 refused: LK-05'],
      evidence: ['app'],
      says: 'No user holds the lock of app.',
      shows: ['lk-04-may-unlock', 'no lk-05-not-locked', 'lk-04-other-lock'],
    },
    {
      title: 'stops an unlock while a run, not a user, holds the workspace',
      given: layout('app'),
      actions: ['start app', 'unlock app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 1 refused: LK-05'],
      evidence: ['app'],
      says: 'No user holds the lock of app.',
    },
    {
      title: 'stops a team that may unlock too, and does not speak of another lock',
      given: layout('app; team ops: app=write'),
      actions: ['unlock app as ops'],
      gives: ['action 0 refused: LK-05'],
      evidence: ['app'],
      says: 'No user holds the lock of app.',
      shows: ['lk-04-may-unlock', 'no lk-05-not-locked', 'lk-04-other-lock'],
    },
  ],
  passes: [
    {
      title: 'lets a locked workspace be unlocked',
      given: layout('app: locked'),
      actions: ['unlock app', 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02'],
    },
  ],
});
