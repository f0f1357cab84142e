import { overridableFailures } from '../simulate/limits.ts';
import { aboutRun, type Rule } from './rule.ts';

/** Fact: POL-04. */
export const pol04SoftFailedPlanOnly: Rule<'policies'> = {
  id: 'pol-04-soft-failed-plan-only',
  fact: 'POL-04',
  at: 'policies',
  effect: 'finish',
  title: 'In a plan-only run a soft failure is the end',
  why: 'There is nothing to apply, so nobody is asked: the run ends policy_soft_failed.',
  fix: 'Satisfy the policy, or start a standard run and have it overridden.',
  evidence: 'documented',
  condition: 'no policy failed that could be overridden',
  applies: ({ run }) => run.mode === 'plan_only',
  violation: ({ run, policies }) =>
    run.mode === 'plan_only' && overridableFailures(policies).length > 0 ? aboutRun(run) : null,
  message: ({ run, policies }) =>
    `Policy ${overridableFailures(policies)
      .map((p) => p.name)
      .join(', ')} failed, and ${run.id} is plan-only, so it ended there.`,
  remedies: ({ run }) => [
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: { policies: run.settings.policies.map((p) => ({ ...p, passes: true })) },
    },
  ],
};
