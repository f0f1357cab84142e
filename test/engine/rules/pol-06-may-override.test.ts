import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const policies = [{ name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false }];

ruleTable('pol-06-may-override', {
  stops: [
    {
      title: 'stops an admin of the workspace, who has no organization permission',
      given: layout('app; team ops: app=admin', { app: { policies } }),
      actions: ['start app', 'override app as ops'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-04', 'action 1 refused: POL-06'],
      evidence: ['app'],
      says: 'Team ops lacks the organization permission Manage policy overrides.',
      shows: ['no pol-06-may-override', 'pol-04-nothing-to-override', 'pol-09-no-override-without-changes'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets a team with Manage policy overrides override, and nothing more',
      given: layout('app: auto_apply; team sec: override', { app: { policies } }),
      actions: ['start app', 'override app as sec'],
      gives: ['run-1 app: applied'],
    },
  ],
});
