import { reachedApply } from '../simulate/limits.ts';
import { aboutRun, type Rule } from './rule.ts';

/** Fact: FI-09. */
export const fi09ErroredInApply: Rule<'fire'> = {
  id: 'fi-09-errored-in-apply',
  fact: 'FI-09',
  at: 'fire',
  only: 'errored',
  effect: 'skip',
  title: 'A failed apply does not fire',
  why: 'Some resources and the state may have changed already, but only a successful apply queues runs.',
  fix: 'Fix the cause and apply again.',
  evidence: 'read_literally',
  condition: 'the apply succeeded',
  applies: ({ run }) => run.status === 'errored' && reachedApply(run),
  violation: ({ run }) => (run.status === 'errored' && reachedApply(run) ? aboutRun(run) : null),
  message: ({ run }) =>
    `The apply of ${run.id} failed. Some resources may have changed, yet only a successful apply fires.`,
  remedies: ({ run }) => [{ kind: 'set', workspace: run.workspace.id, settings: { apply: 'succeeds' } }],
};
