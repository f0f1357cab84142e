import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const opa = { name: 'cost', kind: 'opa', enforcement_level: 'mandatory', passes: false };

ruleTable('pol-05-opa-mandatory', {
  stops: [
    {
      title: 'holds a run whose mandatory OPA policy failed until it is overridden',
      given: layout('app: auto_apply', { app: { policies: [opa] } }),
      actions: ['start app at 0', 'override app at 40'],
      gives: ['run-1 app: applied'],
      holds: { 'run-1': 'policy_override 25, null 40' },
      evidence: ['app', 'run-1'],
      says: 'OPA policy cost is mandatory and failed, so run-1 waits for an override.',
    },
    {
      title: 'holds it for as long as nobody overrides it',
      given: layout('app: auto_apply', { app: { policies: [opa] } }),
      actions: ['start app'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-05'],
      evidence: ['app', 'run-1'],
      says: 'OPA policy cost is mandatory and failed, so run-1 waits for an override.',
      shows: ['pol-04-hard-mandatory', 'no pol-05-opa-mandatory'],
      changes: [
        'override policy run-1: run-1 goes on, and ends up applied',
        'set policies = [{"name":"cost","kind":"opa","enforcement_level":"mandatory","passes":true}] on acme/app: run-1 goes on, and ends up applied',
      ],
    },
    {
      title: 'names every policy that failed',
      given: layout('app', { app: { policies: [opa, { ...opa, name: 'sizes' }] } }),
      actions: ['start app'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-05'],
      evidence: ['app', 'run-1'],
      says: 'OPA policy cost, sizes is mandatory and failed, so run-1 waits for an override.',
    },
  ],
  passes: [
    {
      title: 'lets mandatory policies pass and advisory ones fail',
      given: layout('app: auto_apply', {
        app: {
          policies: [
            { ...opa, passes: true },
            { ...opa, name: 'tags', enforcement_level: 'advisory' },
          ],
        },
      }),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
