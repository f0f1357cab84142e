import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const soft = { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false };
const opa = { name: 'cost', kind: 'opa', enforcement_level: 'mandatory', passes: false };

ruleTable('pol-04-soft-failed-plan-only', {
  stops: [
    {
      title: 'ends a plan-only run whose soft-mandatory policy failed, without waiting',
      given: layout('app', { app: { policies: [soft] } }),
      actions: ['start app plan_only'],
      gives: ['run-1 app: policy_soft_failed by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy tags failed, and run-1 is plan-only, so it ended there.',
      shows: ['pol-04-hard-mandatory', 'no pol-04-soft-failed-plan-only', 'no pol-04-soft-mandatory'],
      changes: [
        'set policies = [{"name":"tags","kind":"sentinel","enforcement_level":"soft-mandatory","passes":true}] on acme/app: run-1 ends up planned_and_finished',
      ],
    },
    {
      title: 'ends it for a mandatory OPA policy too',
      given: layout('app', { app: { policies: [opa] } }, { ruleset: 'guide' }),
      actions: ['start app plan_only'],
      gives: ['run-1 app: policy_soft_failed by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy cost failed, and run-1 is plan-only, so it ended there.',
      shows: ['pol-04-hard-mandatory', 'no pol-04-soft-failed-plan-only', 'no pol-05-opa-mandatory'],
      changes: [
        'set policies = [{"name":"cost","kind":"opa","enforcement_level":"mandatory","passes":true}] on acme/app: run-1 ends up planned_and_finished',
      ],
    },
    {
      title: 'names every policy that failed',
      given: layout('app', { app: { policies: [soft, { ...soft, name: 'sizes' }] } }),
      actions: ['start app plan_only'],
      gives: ['run-1 app: policy_soft_failed by POL-04'],
      evidence: ['app', 'run-1'],
      says: 'Policy tags, sizes failed, and run-1 is plan-only, so it ended there.',
    },
  ],
  passes: [
    {
      title: 'lets a plan-only run finish whose failures are advisory',
      given: layout('app', { app: { policies: [{ ...soft, enforcement_level: 'advisory' }] } }),
      actions: ['start app plan_only'],
      gives: ['run-1 app: planned_and_finished by MODE-02'],
    },
  ],
});
