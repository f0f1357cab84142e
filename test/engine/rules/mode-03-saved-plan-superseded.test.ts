import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('mode-03-saved-plan-superseded', {
  stops: [
    {
      title: 'discards a saved plan when another run of the workspace is applied',
      given: layout('app: auto_apply'),
      actions: ['start app save_plan', 'start app', 'confirm run-1'],
      gives: ['run-1 app: discarded by MODE-03', 'run-2 app: applied', 'action 2 refused: RUN-04'],
      evidence: ['app', 'run-1'],
      says: 'Another run of app was applied first, so the saved plan run-1 was discarded.',
      shows: ['no mode-03-saved-plan-superseded'],
      changes: ['start run-1 as standard: run-1 ends up applied'],
    },
    {
      title: 'discards one saved plan when another one is applied, by the guide too',
      given: layout('app', {}, { ruleset: 'guide' }),
      actions: ['start app save_plan', 'start app save_plan', 'confirm run-2'],
      gives: ['run-1 app: discarded by MODE-03', 'run-2 app: applied'],
      evidence: ['app', 'run-1'],
      says: 'Another run of app was applied first, so the saved plan run-1 was discarded.',
    },
  ],
  passes: [
    {
      title: 'lets a saved plan live on when the other run is discarded or changes nothing',
      given: layout('app'),
      actions: ['start app save_plan', 'start app', 'discard app', 'start app plan_only'],
      gives: [
        'run-1 app: planned_and_saved waits for confirmation by AA-07',
        'run-2 app: discarded by RUN-05',
        'run-3 app: planned_and_finished by MODE-02',
      ],
    },
  ],
});
