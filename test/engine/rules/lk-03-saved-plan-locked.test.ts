import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-03-saved-plan-locked', {
  stops: [
    {
      title: 'stops a saved plan from being applied in a locked workspace',
      given: layout('app'),
      actions: ['start app save_plan', 'lock app', 'confirm run-1'],
      gives: ['run-1 app: planned_and_saved waits for confirmation by AA-07', 'action 2 refused: LK-03'],
      evidence: ['app', 'run-1'],
      says: 'app is locked by owners.',
      shows: [
        'run-04-may-confirm',
        'run-04-nothing-to-confirm',
        'q-04-saved-plan-needs-free-workspace',
        'no lk-03-saved-plan-locked',
      ],
    },
  ],
  passes: [
    {
      title: 'lets a saved plan be planned under a lock and applied after it',
      given: layout('app: locked'),
      actions: ['start app save_plan', 'unlock app', 'confirm run-1'],
      gives: ['run-1 app: applied'],
    },
  ],
});
