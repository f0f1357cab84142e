import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-13-plan-errors', {
  stops: [
    {
      title: 'ends a run whose plan fails, at the end of its seconds',
      given: layout('app: plan_errors, auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: errored by RUN-13'],
      evidence: ['app', 'run-1'],
      says: 'The plan of run-1 in app failed.',
      shows: ['vs-15-required-variable', 'no run-13-plan-errors'],
      changes: ['set plan = "changes" on acme/app: run-1 ends up applied'],
    },
    {
      title: 'ends an empty apply whose plan fails too',
      given: layout('app: plan_errors', {}, { ruleset: 'guide' }),
      actions: ['start app allow_empty_apply'],
      gives: ['run-1 app: errored by RUN-13'],
      evidence: ['app', 'run-1'],
      says: 'The plan of run-1 in app failed.',
    },
  ],
  passes: [
    {
      title: 'lets plans with and without changes through',
      given: layout('app: auto_apply; batch: no_changes'),
      actions: ['start app', 'start batch'],
      gives: ['run-1 app: applied', 'run-2 batch: planned_and_finished by RUN-03'],
    },
  ],
});
