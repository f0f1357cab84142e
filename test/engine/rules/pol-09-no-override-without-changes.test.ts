import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const policies = [{ name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false }];

ruleTable('pol-09-no-override-without-changes', {
  stops: [
    {
      title: 'stops an override of a plan without changes',
      given: layout('app: no_changes', { app: { policies } }),
      actions: ['start app', 'override app'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-04', 'action 1 refused: POL-09'],
      evidence: ['app', 'run-1'],
      says: 'The plan of run-1 has no changes, so its policy failure cannot be overridden.',
      shows: ['pol-06-may-override', 'pol-04-nothing-to-override', 'no pol-09-no-override-without-changes'],
    },
  ],
  passes: [
    {
      title: 'lets an Allow empty apply run without changes be overridden',
      given: layout('app: no_changes', { app: { policies } }),
      actions: ['start app allow_empty_apply', 'override app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets a plan with changes be overridden',
      given: layout('app: auto_apply', { app: { policies } }),
      actions: ['start app', 'override app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
