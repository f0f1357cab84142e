import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const hard = { name: 'regions', kind: 'sentinel', enforcement_level: 'hard-mandatory', passes: false };
const soft = { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false };

ruleTable('pol-04-hard-mandatory', {
  stops: [
    {
      title:
        'ends a run whose hard-mandatory policy failed, also where a soft-mandatory one failed before it',
      given: layout('app: auto_apply', { app: { policies: [soft, hard] } }),
      actions: ['start app'],
      gives: ['run-1 app: errored by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy regions is hard-mandatory and failed, so run-1 ended.',
      shows: ['no pol-04-hard-mandatory', 'no pol-04-soft-mandatory'],
      changes: [
        'set policies = [{"name":"tags","kind":"sentinel","enforcement_level":"soft-mandatory","passes":true},{"name":"regions","kind":"sentinel","enforcement_level":"hard-mandatory","passes":true}] on acme/app: run-1 ends up applied',
      ],
    },
    {
      title: 'ends a plan-only run errored, not soft failed',
      given: layout('app', { app: { policies: [soft, hard] } }, { ruleset: 'guide' }),
      actions: ['start app plan_only'],
      gives: ['run-1 app: errored by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy regions is hard-mandatory and failed, so run-1 ended.',
    },
    {
      title: 'names every policy that failed',
      given: layout('app', { app: { policies: [hard, { ...hard, name: 'sizes' }] } }),
      actions: ['start app'],
      gives: ['run-1 app: errored by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy regions, sizes is hard-mandatory and failed, so run-1 ended.',
    },
  ],
  passes: [
    {
      title: 'leaves a failed soft-mandatory policy, beside one of its own that passed, to an override',
      given: layout('app', { app: { policies: [soft, { ...hard, passes: true }] } }),
      actions: ['start app'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-04'],
    },
    {
      title: 'lets a hard-mandatory policy pass',
      given: layout('app: auto_apply', { app: { policies: [{ ...hard, passes: true }] } }),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
