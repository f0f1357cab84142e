import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-03-nothing-to-apply', {
  stops: [
    {
      title: 'ends a run whose plan has no changes, whatever auto_apply says',
      given: layout('app: no_changes, auto'),
      actions: ['start app'],
      gives: ['run-1 app: planned_and_finished by RUN-03'],
      evidence: ['app', 'run-1'],
      says: 'The plan of run-1 in app has no changes.',
      shows: ['mode-02-plan-only', 'no run-03-nothing-to-apply'],
      changes: [
        'start run-1 as allow_empty_apply: run-1 ends up applied',
        'set plan = "changes" on acme/app: run-1 ends up applied',
      ],
    },
    {
      title: 'ends a saved plan, a destroy and a refresh without changes too',
      given: layout('app: no_changes', {}, { ruleset: 'guide' }),
      actions: ['start app save_plan', 'start app destroy', 'start app refresh_only'],
      gives: [
        'run-1 app: planned_and_finished by RUN-03',
        'run-2 app: planned_and_finished by RUN-03',
        'run-3 app: planned_and_finished by RUN-03',
      ],
      evidence: ['app', 'run-1'],
      says: 'The plan of run-1 in app has no changes.',
    },
    {
      title: 'ends a triggered run of plan auto that reads nothing new',
      given: layout('network -> app; network: auto_apply; app: plan_auto, auto'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned_and_finished by RUN-03'],
      evidence: ['app', 'run-2'],
      says: 'The plan of run-2 in app has no changes.',
      shows: ['mode-02-plan-only', 'no run-03-nothing-to-apply'],
      changes: ['set plan = "changes" on acme/app: run-2 ends up applied'],
    },
  ],
  passes: [
    {
      title: 'lets an empty apply apply by itself, whoever started it',
      given: layout('app: no_changes; team ops: app=plan'),
      actions: ['start app allow_empty_apply as ops'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets a triggered run of plan auto apply what it reads anew',
      given: layout(
        'network -> app; app reads network.vpc; network shares app; network: auto_apply; app: plan_auto, auto',
      ),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: applied'],
    },
  ],
});
