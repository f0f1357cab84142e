import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('mode-02-plan-only', {
  stops: [
    {
      title: 'ends a plan-only run after its checks, though it has changes and everything applies by itself',
      given: layout('app: auto', {
        app: { policies: [{ name: 'tags', kind: 'sentinel', enforcement_level: 'advisory', passes: false }] },
      }),
      actions: ['start app plan_only'],
      gives: ['run-1 app: planned_and_finished by MODE-02'],
      evidence: ['app', 'run-1'],
      says: 'run-1 is plan-only and ended after its checks.',
      shows: ['no mode-02-plan-only', 'run-03-nothing-to-apply'],
      changes: ['start run-1 as standard: run-1 ends up applied'],
    },
    {
      title: 'ends a plan-only run without changes by the same rule, by the guide too',
      given: layout('app: no_changes', {}, { ruleset: 'guide' }),
      actions: ['start app plan_only cli auto_approve'],
      gives: ['run-1 app: planned_and_finished by MODE-02'],
      evidence: ['app', 'run-1'],
      says: 'run-1 is plan-only and ended after its checks.',
    },
  ],
  passes: [
    {
      title: 'lets every other mode apply',
      given: layout('app: auto'),
      actions: ['start app', 'start app refresh_only', 'start app destroy', 'start app allow_empty_apply'],
      gives: ['run-1 app: applied', 'run-2 app: applied', 'run-3 app: applied', 'run-4 app: applied'],
    },
  ],
});
