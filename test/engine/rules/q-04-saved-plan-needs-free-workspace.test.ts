import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('q-04-saved-plan-needs-free-workspace', {
  stops: [
    {
      title: 'stops a saved plan from being applied while another run is in progress',
      given: layout('app'),
      actions: ['start app save_plan', 'start app', 'confirm run-1'],
      gives: [
        'run-1 app: planned_and_saved waits for confirmation by AA-07',
        'run-2 app: planned waits for confirmation by AA-02',
        'action 2 refused: Q-04',
      ],
      evidence: ['app', 'run-2'],
      says: 'run-2 is in progress, so the saved plan cannot be applied yet.',
      shows: [
        'run-04-may-confirm',
        'run-04-nothing-to-confirm',
        'no q-04-saved-plan-needs-free-workspace',
        'lk-03-saved-plan-locked',
      ],
    },
  ],
  passes: [
    {
      title: 'lets a saved plan be applied in a free workspace, plan-only runs aside',
      given: layout('app'),
      actions: ['start app save_plan', 'start app plan_only at 30', 'confirm run-1 at 31'],
      gives: ['run-1 app: applied', 'run-2 app: planned_and_finished by MODE-02'],
    },
    {
      title: 'lets an ordinary run be confirmed while it is the one in progress',
      given: layout('app'),
      actions: ['start app', 'confirm app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
