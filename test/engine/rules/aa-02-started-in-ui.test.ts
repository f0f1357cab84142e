import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-02-started-in-ui', {
  stops: [
    {
      title: 'holds a run of the UI where auto_apply is off',
      given: layout('app: auto_apply_run_trigger'),
      actions: ['start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02'],
      evidence: ['app', 'run-1'],
      says: 'run-1 was started in the UI, and auto_apply is off in app.',
      shows: ['aa-06-starter-may-not-apply', 'no aa-02-started-in-ui'],
      changes: [
        'set auto_apply = true on acme/app: run-1 goes on, and ends up applied',
        'confirm run-1: run-1 goes on, and ends up applied',
      ],
    },
    {
      title: 'holds a run that was created before auto_apply was turned on',
      given: layout('app', {}, { ruleset: 'guide' }),
      actions: ['start app at 0', set('app', { auto_apply: true }, { at: 5 })],
      gives: ['run-1 app: planned waits for confirmation by AA-02'],
      evidence: ['app', 'run-1'],
      says: 'run-1 was started in the UI, and auto_apply is off in app.',
    },
  ],
  passes: [
    {
      title: 'lets a run of the UI apply where auto_apply is on',
      given: layout('app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
