import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('em-02-local-performs-no-runs', {
  stops: [
    {
      title: 'stops a run in a workspace in local execution',
      given: layout('app: local'),
      actions: ['start app'],
      gives: ['action 0 refused: EM-02'],
      evidence: ['app'],
      says: 'app is in local execution mode, so no run can start there.',
      shows: ['run-08-may-queue-plans', 'no em-02-local-performs-no-runs', 'fi-37-no-configuration'],
      changes: ['set execution_mode = "remote" on acme/app: the action is carried out'],
    },
    {
      title: 'stops a commit and a plan-only run of the command line too',
      given: layout('app: local', {}, { ruleset: 'guide' }),
      actions: ['start app vcs', 'start app cli plan_only'],
      gives: ['action 0 refused: EM-02', 'action 1 refused: EM-02'],
      evidence: ['app'],
      says: 'app is in local execution mode, so no run can start there.',
      shows: ['no em-02-local-performs-no-runs', 'fi-37-no-configuration'],
      changes: ['set execution_mode = "remote" on acme/app: the action is carried out'],
    },
    {
      title: 'looks at the mode as it is now',
      given: layout('app'),
      actions: [set('app', { execution_mode: 'local' }), 'start app'],
      gives: ['action 1 refused: EM-02'],
      evidence: ['app'],
      says: 'app is in local execution mode, so no run can start there.',
    },
  ],
  passes: [
    {
      title: 'lets remote and agent workspaces run',
      given: layout('app: auto_apply; batch: agent, auto_apply'),
      actions: ['start app', 'start batch'],
      gives: ['run-1 app: applied', 'run-2 batch: applied'],
    },
  ],
});
