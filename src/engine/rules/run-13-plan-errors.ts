import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: RUN-13. */
export const run13PlanErrors: Rule<'plan'> = {
  id: 'run-13-plan-errors',
  fact: 'RUN-13',
  at: 'plan',
  effect: 'error',
  title: 'The plan fails',
  why: 'Terraform itself reported an error while planning. The interface calls it Plan Errored, the API errored.',
  fix: "Read the plan's log and fix the configuration.",
  evidence: 'documented',
  condition: 'Terraform can plan the configuration',
  violation: ({ run }) => (run.settings.plan === 'errors' ? aboutRun(run) : null),
  message: ({ run }) => `The plan of ${run.id} in ${nameOf(run.workspace)} failed.`,
  remedies: ({ run }) => [{ kind: 'set', workspace: run.workspace.id, settings: { plan: 'changes' } }],
};
