import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-03-started-by-api', {
  stops: [
    {
      title: 'holds a run of the API where auto_apply is off',
      given: layout('app: auto_apply_run_trigger'),
      actions: ['start app tfe-api'],
      gives: ['run-1 app: planned waits for confirmation by AA-03'],
      evidence: ['app', 'run-1'],
      says: 'run-1 was created through the API, and auto_apply is off in app.',
      shows: ['aa-06-starter-may-not-apply', 'no aa-03-started-by-api'],
      changes: [
        'set auto_apply = true on acme/app: run-1 goes on, and ends up applied',
        'confirm run-1: run-1 goes on, and ends up applied',
      ],
    },
  ],
  passes: [
    {
      title: 'lets a run of the API apply where auto_apply is on',
      given: layout('app: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start app tfe-api'],
      gives: ['run-1 app: applied'],
    },
  ],
});
