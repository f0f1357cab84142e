import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-07-saved-plan', {
  stops: [
    {
      title: 'holds a saved plan until it is confirmed, whatever the switches say',
      given: layout('app: auto'),
      actions: ['start app save_plan', 'confirm run-1'],
      gives: ['run-1 app: applied'],
      holds: { 'run-1': 'confirmation 20, null 20' },
      evidence: ['app', 'run-1'],
      says: 'run-1 is a saved plan in app and waits for somebody to confirm it.',
    },
    {
      title: 'holds a saved plan of the command line with -auto-approve too',
      given: layout('app', {}, { ruleset: 'guide' }),
      actions: ['start app save_plan cli auto_approve'],
      gives: ['run-1 app: planned_and_saved waits for confirmation by AA-07'],
      evidence: ['app', 'run-1'],
      says: 'run-1 is a saved plan in app and waits for somebody to confirm it.',
      shows: ['no aa-07-saved-plan', 'aa-04-cli-without-auto-approve', 'aa-06-starter-may-not-apply'],
      changes: ['confirm run-1: run-1 goes on, and ends up applied'],
    },
  ],
  passes: [
    {
      title: 'lets a standard run apply by itself',
      given: layout('app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
