import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const policies = [{ name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false }];

ruleTable('fi-05-soft-failed', {
  stops: [
    {
      title: 'stops a plan-only run that ended at a policy from firing',
      given: layout('network -> app', { network: { policies } }),
      actions: ['start network plan_only'],
      gives: ['run-1 network: policy_soft_failed by POL-04', 'run-1 -/-> app: FI-05'],
      evidence: ['network', 'run-1'],
      says: 'run-1 was plan-only and ended policy_soft_failed; nothing was applied.',
    },
    {
      title: 'stops one whose plan-only policy failed from firing: a standard run would have gone on',
      given: layout('network -> app; network: auto_apply', { network: { policies } }),
      actions: ['start network plan_only', 'override network'],
      gives: [
        'run-1 network: policy_soft_failed by POL-04',
        'run-1 -/-> app: FI-05',
        'action 1 refused: POL-04',
      ],
      evidence: ['network', 'run-1'],
      says: 'run-1 was plan-only and ended policy_soft_failed; nothing was applied.',
      shows: [
        'no fi-05-soft-failed',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'pol-04-hard-mandatory',
        'no pol-04-soft-failed-plan-only',
        'no pol-04-soft-mandatory',
      ],
      changes: ['start run-1 as standard: run-2 is queued in acme/app'],
    },
  ],
  passes: [
    {
      title: 'lets an overridden run that applied fire',
      given: layout('network -> app; network: auto_apply', { network: { policies } }),
      actions: ['start network', 'override network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
    },
  ],
});
