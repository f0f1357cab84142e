import { aboutRun, type Rule } from './rule.ts';

/** Fact: MODE-02. */
export const mode02PlanOnly: Rule<'finish'> = {
  id: 'mode-02-plan-only',
  fact: 'MODE-02',
  at: 'finish',
  effect: 'finish',
  title: 'A plan-only run cannot be applied',
  why: 'It shows what would change, runs the policies, and ends planned_and_finished.',
  fix: 'Start a standard run.',
  evidence: 'documented',
  condition: 'the run has an apply phase',
  violation: ({ run }) => (run.mode === 'plan_only' ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} is plan-only and ended after its checks.`,
  remedies: ({ run }) => [{ kind: 'mode', run: run.id, mode: 'standard' }],
};
