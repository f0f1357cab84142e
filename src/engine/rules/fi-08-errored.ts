import { aboutRun, type Rule } from './rule.ts';

/** Fact: FI-08. */
export const fi08Errored: Rule<'fire'> = {
  id: 'fi-08-errored',
  fact: 'FI-08',
  at: 'fire',
  only: 'errored',
  effect: 'skip',
  title: 'A run that errors before its apply does not fire',
  why: 'It ended in its plan, a policy or a task, so nothing was applied.',
  fix: 'Fix the cause that the run itself names.',
  evidence: 'read_literally',
  condition: 'the run did not error',
  applies: ({ run }) => run.status === 'errored',
  violation: ({ run }) => (run.status === 'errored' ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} errored before its apply (${run.rule}); nothing was applied.`,
  remedies: ({ run }) => [{ kind: 'set', workspace: run.workspace.id, settings: { plan: 'changes' } }],
};
