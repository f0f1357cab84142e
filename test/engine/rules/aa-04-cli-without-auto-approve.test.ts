import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-04-cli-without-auto-approve', {
  stops: [
    {
      title: 'holds a run of the command line without -auto-approve, though auto_apply is on',
      given: layout('app: auto'),
      actions: ['start app cli'],
      gives: ['run-1 app: planned waits for confirmation by AA-04'],
      evidence: ['app', 'run-1'],
      says: 'run-1 came from the CLI without -auto-approve, so it waits for a confirmation.',
      shows: ['no aa-04-cli-without-auto-approve', 'aa-06-starter-may-not-apply'],
      changes: [
        'start run-1 with -auto-approve: run-1 goes on, and ends up applied',
        'confirm run-1: run-1 goes on, and ends up applied',
      ],
    },
  ],
  passes: [
    {
      title: 'lets one with -auto-approve apply, though auto_apply is off',
      given: layout('app; team ops: app=write', {}, { ruleset: 'guide' }),
      actions: ['start app cli auto_approve', 'start app cli auto_approve as ops'],
      gives: ['run-1 app: applied', 'run-2 app: applied'],
    },
  ],
});
