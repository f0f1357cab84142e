import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-06-starter-may-not-apply', {
  stops: [
    {
      title: 'holds a run of a team that may not apply, though auto_apply is on',
      given: layout('app: auto_apply; team ops: app=plan'),
      actions: ['start app as ops', 'confirm app', 'start app tfe-api as ops'],
      gives: ['run-1 app: applied', 'run-2 app: planned waits for confirmation by AA-06'],
      evidence: ['app', 'run-1'],
      says: 'Team ops started run-1 and may not apply runs in app.',
    },
    {
      title: 'holds a run with -auto-approve of a team that may not apply',
      given: layout('app; team ops: app=plan', {}, { ruleset: 'guide' }),
      actions: ['start app cli auto_approve as ops'],
      gives: ['run-1 app: planned waits for confirmation by AA-06'],
      evidence: ['app', 'run-1'],
      says: 'Team ops started run-1 and may not apply runs in app.',
      shows: ['aa-04-cli-without-auto-approve', 'no aa-06-starter-may-not-apply'],
      changes: ['confirm run-1: run-1 goes on, and ends up applied'],
    },
  ],
  passes: [
    {
      title: 'lets the run of a team that may apply, and of a commit, apply by itself',
      given: layout('app: auto_apply; team ops: app=write; team dev: app=plan'),
      actions: ['start app as ops', 'start app vcs as dev'],
      gives: ['run-1 app: applied', 'run-2 app: applied'],
    },
  ],
});
