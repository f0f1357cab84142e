import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-01-lock-during-run', {
  stops: [
    {
      title: 'stops a lock while a run is in progress, also one that waits for confirmation',
      given: layout('app'),
      actions: ['start app', 'lock app', 'confirm app'],
      gives: ['run-1 app: applied', 'action 1 refused: LK-01'],
      evidence: ['app', 'run-1'],
      says: 'run-1 is in progress in app.',
      shows: ['lk-04-may-lock', 'lk-05-already-locked', 'no lk-01-lock-during-run'],
    },
  ],
  passes: [
    {
      title: 'lets a workspace be locked during a plan-only run and an unconfirmed saved plan',
      given: layout('app'),
      actions: ['start app save_plan', 'start app plan_only at 30', 'lock app at 31'],
      gives: [
        'run-1 app: planned_and_saved waits for confirmation by AA-07',
        'run-2 app: planned_and_finished by MODE-02',
      ],
    },
  ],
});
