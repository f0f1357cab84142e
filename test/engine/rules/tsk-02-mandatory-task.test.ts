import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const task = (stage: string, enforcement_level: string, passes: boolean) => ({
  app: { run_tasks: [{ name: 'scan', stage, enforcement_level, passes }] },
});
const says = 'Mandatory run task scan failed for run-1 in app.';

ruleTable('tsk-02-mandatory-task', {
  stops: [
    {
      title: 'ends a run for one failed mandatory task among others, and names that one',
      given: layout('app', {
        app: {
          run_tasks: [
            { name: 'graph', stage: 'post_plan', enforcement_level: 'advisory', passes: false },
            { name: 'scan', stage: 'post_plan', enforcement_level: 'mandatory', passes: false },
            { name: 'cost', stage: 'post_plan', enforcement_level: 'mandatory', passes: true },
          ],
        },
      }),
      actions: ['start app'],
      gives: ['run-1 app: errored by TSK-02'],
      evidence: ['app', 'run-1'],
      says,
    },
    {
      title: 'ends a run whose mandatory pre-plan task failed',
      given: layout('app: auto_apply', task('pre_plan', 'mandatory', false)),
      actions: ['start app'],
      gives: ['run-1 app: errored by TSK-02'],
      evidence: ['app', 'run-1'],
      says,
      shows: ['no tsk-02-mandatory-task'],
      changes: [
        'set run_tasks = [{"name":"scan","stage":"pre_plan","enforcement_level":"mandatory","passes":true}] on acme/app: run-1 ends up applied',
      ],
    },
    {
      title: 'ends a run whose mandatory post-plan task failed, also a plan-only one',
      given: layout('app', task('post_plan', 'mandatory', false)),
      actions: ['start app plan_only'],
      gives: ['run-1 app: errored by TSK-02'],
      evidence: ['app', 'run-1'],
      says,
    },
    {
      title: 'ends a run whose mandatory pre-apply task failed',
      given: layout('app: auto_apply', task('pre_apply', 'mandatory', false), { ruleset: 'guide' }),
      actions: ['start app'],
      gives: ['run-1 app: errored by TSK-02'],
      evidence: ['app', 'run-1'],
      says,
    },
    {
      title: 'names every task that failed',
      given: layout('app', {
        app: {
          run_tasks: ['scan', 'cost'].map((name) => ({
            name,
            stage: 'post_plan',
            enforcement_level: 'mandatory',
            passes: false,
          })),
        },
      }),
      actions: ['start app'],
      gives: ['run-1 app: errored by TSK-02'],
      evidence: ['app', 'run-1'],
      says: 'Mandatory run task scan, cost failed for run-1 in app.',
    },
  ],
  passes: [
    {
      title: 'lets a mandatory task that passed go on',
      given: layout('app: auto_apply', task('pre_plan', 'mandatory', true)),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets an advisory task fail before the plan',
      given: layout('app: auto_apply', task('pre_plan', 'advisory', false)),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets an advisory task fail before the apply',
      given: layout('app: auto_apply', task('pre_apply', 'advisory', false)),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
