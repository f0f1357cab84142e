import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const soft = { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false };

ruleTable('q-02-earlier-run', {
  stops: [
    {
      title: 'holds a second run while the first one waits for confirmation',
      given: layout('app'),
      actions: ['start app', 'start app'],
      gives: [
        'run-1 app: planned waits for confirmation by AA-02',
        'run-2 app: pending waits for earlier_run by Q-02',
      ],
      evidence: ['app', 'run-1'],
      says: 'run-2 waits in the queue of app behind run-1, which is planned.',
      shows: ['no q-02-earlier-run', 'lk-02-locked'],
      changes: ['confirm run-1: run-2 goes on, and ends up planned'],
    },
    {
      title: 'holds the second of two pending runs behind the first, which waits for the lock',
      given: layout('app: locked'),
      actions: ['start app', 'start app'],
      gives: [
        'run-1 app: pending waits for unlock by LK-02',
        'run-2 app: pending waits for earlier_run by Q-02',
      ],
      evidence: ['app', 'run-1'],
      says: 'run-2 waits in the queue of app behind run-1, which is pending.',
    },
    {
      title: 'holds it until the workspace of the first is unlocked',
      given: layout('app: locked, auto_apply'),
      actions: ['start app', 'start app'],
      gives: [
        'run-1 app: pending waits for unlock by LK-02',
        'run-2 app: pending waits for earlier_run by Q-02',
      ],
      evidence: ['app', 'run-1'],
      says: 'run-2 waits in the queue of app behind run-1, which is pending.',
      shows: ['no q-02-earlier-run', 'no lk-02-locked'],
      changes: ['unlock acme/app: run-2 goes on, and ends up applied'],
    },
    {
      title: 'holds it until the policy of the first is overridden',
      given: layout('app: auto_apply', { app: { policies: [soft] } }),
      actions: ['start app', 'start app'],
      gives: [
        'run-1 app: policy_override waits for policy_override by POL-04',
        'run-2 app: pending waits for earlier_run by Q-02',
      ],
      evidence: ['app', 'run-1'],
      says: 'run-2 waits in the queue of app behind run-1, which is policy_override.',
      shows: ['no q-02-earlier-run', 'lk-02-locked'],
      changes: ['override policy run-1: run-2 goes on, and ends up policy_override'],
    },
    {
      title: 'holds it while the first one waits for a slot, which nothing mends',
      given: layout('app, batch', {}, { organizations: [{ name: 'acme', concurrency: 1 }] }),
      actions: [
        'start batch at 0',
        'start app at 1',
        'start app at 2',
        'cancel batch at 3',
        'start batch at 3',
      ],
      gives: [
        'run-1 batch: canceled by RUN-06',
        'run-2 app: planned waits for confirmation by AA-02',
        'run-3 app: pending waits for earlier_run by Q-02',
        'run-4 batch: planned waits for confirmation by AA-02',
      ],
      evidence: ['app', 'run-2'],
      says: 'run-3 waits in the queue of app behind run-2, which is pending.',
    },
  ],
  passes: [
    {
      title: 'lets plan-only runs and the planning of saved plans pass a queue',
      given: layout('app: auto_apply'),
      actions: ['start app at 0', 'start app plan_only at 1', 'start app save_plan at 40'],
      gives: [
        'run-1 app: applied',
        'run-2 app: planned_and_finished by MODE-02',
        'run-3 app: discarded by MODE-03',
      ],
    },
    {
      title: 'lets runs of two workspaces go on side by side',
      given: layout('app, batch'),
      actions: ['start app', 'start batch'],
      gives: [
        'run-1 app: planned waits for confirmation by AA-02',
        'run-2 batch: planned waits for confirmation by AA-02',
      ],
    },
  ],
});
