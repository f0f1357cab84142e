import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-08-may-queue-plans', {
  stops: [
    {
      title: 'stops a team that may only read runs, whatever the mode',
      given: layout('app; team ops: app=read'),
      actions: ['start app plan_only as ops'],
      gives: ['action 0 refused: RUN-08'],
      evidence: ['app'],
      says: 'Team ops may not queue plans in app.',
      shows: ['no run-08-may-queue-plans', 'em-02-local-performs-no-runs', 'fi-37-no-configuration'],
      changes: ['let an owner do it: the action is carried out'],
    },
    {
      title: 'stops a team of another organization',
      given: layout(
        'app, zeta/other',
        {},
        { teams: [{ name: 'ops', organization: 'zeta' }], ruleset: 'guide' },
      ),
      actions: ['start app as ops'],
      gives: ['action 0 refused: RUN-08'],
      evidence: ['app'],
      says: 'Team ops may not queue plans in app.',
    },
  ],
  passes: [
    {
      title: 'lets a team with plan start a run',
      given: layout('app; team ops: app=plan'),
      actions: ['start app as ops'],
      gives: ['run-1 app: planned waits for confirmation by AA-06'],
    },
    {
      title: 'asks nothing of a commit, where as has no effect',
      given: layout('app: auto_apply; team ops:'),
      actions: ['start app vcs as ops'],
      gives: ['run-1 app: applied'],
    },
  ],
});
