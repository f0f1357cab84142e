import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: RUN-13. */
export const run13ApplyErrors: Rule<'apply'> = {
  id: 'run-13-apply-errors',
  fact: 'RUN-13',
  at: 'apply',
  effect: 'error',
  title: 'The apply fails',
  why: 'Terraform reported an error while applying. What was changed before stays in state. The interface calls it Apply Errored, the API errored.',
  fix: 'Fix the cause and start another run.',
  evidence: 'documented',
  condition: 'Terraform can apply the plan',
  violation: ({ run }) => (run.settings.apply === 'errors' ? aboutRun(run) : null),
  message: ({ run }) => `The apply of ${run.id} in ${nameOf(run.workspace)} failed.`,
  remedies: ({ run }) => [{ kind: 'set', workspace: run.workspace.id, settings: { apply: 'succeeds' } }],
};
