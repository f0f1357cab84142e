import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rt-08-may-delete-trigger', {
  stops: [
    {
      title: 'stops a team without admin on the downstream',
      given: layout('network -> app; network: auto_apply; team ops: app=write, network=admin'),
      actions: ['unlink network app as ops', 'start network'],
      gives: [
        'run-1 network: applied',
        'run-2 app from run-1: planned waits for confirmation by AA-05',
        'action 0 refused: RT-08',
      ],
      evidence: ['app'],
      says: 'Team ops lacks admin on app.',
      shows: ['no rt-08-may-delete-trigger', 'rt-43-no-such-trigger'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'asks nothing of the source: a deleted trigger queues no run',
      given: layout('network -> app; network: auto_apply; team ops: app=admin'),
      actions: ['unlink network app as ops', 'start network'],
      gives: ['run-1 network: applied'],
    },
  ],
});
