import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-01-commit', {
  stops: [
    {
      title: 'holds the run of a commit where auto_apply is off',
      given: layout('app: auto_apply_run_trigger'),
      actions: ['start app vcs'],
      gives: ['run-1 app: planned waits for confirmation by AA-01'],
      evidence: ['app', 'run-1'],
      says: 'A commit started run-1, and auto_apply is off in app.',
      shows: ['no aa-01-commit'],
      changes: [
        'set auto_apply = true on acme/app: run-1 goes on, and ends up applied',
        'confirm run-1: run-1 goes on, and ends up applied',
      ],
    },
  ],
  passes: [
    {
      title: 'lets the run of a commit apply where auto_apply is on',
      given: layout('app: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start app vcs'],
      gives: ['run-1 app: applied'],
    },
  ],
});
