import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const soft = { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false };

ruleTable('pol-04-soft-mandatory', {
  stops: [
    {
      title: 'holds a run whose soft-mandatory policy failed until it is overridden',
      given: layout('app: auto_apply', { app: { policies: [soft] } }, { ruleset: 'guide' }),
      actions: ['start app at 0', 'override app at 40'],
      gives: ['run-1 app: applied'],
      holds: { 'run-1': 'policy_override 25, null 40' },
      evidence: ['app', 'run-1'],
      says: 'Policy tags is soft-mandatory and failed, so run-1 waits for an override.',
    },
    {
      title: 'holds it for as long as nobody overrides it',
      given: layout('app: auto_apply', {
        app: { policies: [soft, { ...soft, name: 'size', passes: true }] },
      }),
      actions: ['start app'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy tags is soft-mandatory and failed, so run-1 waits for an override.',
      shows: ['pol-04-hard-mandatory', 'no pol-04-soft-mandatory'],
      changes: [
        'override policy run-1: run-1 goes on, and ends up applied',
        'set policies = [{"name":"tags","kind":"sentinel","enforcement_level":"soft-mandatory","passes":true},{"name":"size","kind":"sentinel","enforcement_level":"soft-mandatory","passes":true}] on acme/app: run-1 goes on, and ends up applied',
      ],
    },
    {
      title: 'names every policy that failed',
      given: layout('app', { app: { policies: [soft, { ...soft, name: 'sizes' }] } }),
      actions: ['start app'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy tags, sizes is soft-mandatory and failed, so run-1 waits for an override.',
    },
  ],
  passes: [
    {
      title: 'lets soft-mandatory policies pass and advisory ones fail',
      given: layout('app: auto_apply', {
        app: {
          policies: [
            { ...soft, passes: true },
            { ...soft, name: 'owner', enforcement_level: 'advisory' },
          ],
        },
      }),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
