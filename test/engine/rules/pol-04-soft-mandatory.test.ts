import { layout } from '../../shorthand.ts';
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
