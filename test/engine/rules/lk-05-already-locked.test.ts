import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-05-already-locked', {
  stops: [
    {
      title: 'stops a second lock, so that the first one stays the holder',
      given: layout('app; team ops: app=write'),
      actions: ['lock app as ops', 'lock app', 'unlock app as ops', 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 1 refused: LK-05'],
      evidence: ['app'],
      says: 'app is locked by ops already.',
      shows: ['lk-04-may-lock', 'no lk-05-already-locked', 'lk-01-lock-during-run'],
    },
  ],
  passes: [
    {
      title: 'lets an unlocked workspace be locked',
      given: layout('app: locked'),
      actions: ['unlock app', 'lock app'],
      gives: [],
    },
  ],
});
