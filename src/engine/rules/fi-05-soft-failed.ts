import { aboutRun, type Rule } from './rule.ts';

/** Fact: FI-05. */
export const fi05SoftFailed: Rule<'fire'> = {
  id: 'fi-05-soft-failed',
  fact: 'FI-05',
  at: 'fire',
  only: 'policy_soft_failed',
  effect: 'skip',
  title: 'A soft-failed plan-only run does not fire',
  why: 'It ended at the policy check and has no apply phase.',
  fix: 'Start a standard run and override the policy, or satisfy it.',
  evidence: 'read_literally',
  condition: 'the run did not end at a policy check',
  applies: ({ run }) => run.status === 'policy_soft_failed',
  violation: ({ run }) => (run.status === 'policy_soft_failed' ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} was plan-only and ended policy_soft_failed; nothing was applied.`,
  remedies: ({ run }) => [{ kind: 'mode', run: run.id, mode: 'standard' }],
};
