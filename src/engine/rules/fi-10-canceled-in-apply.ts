import { reachedApply } from '../simulate/limits.ts';
import { aboutRun, type Rule } from './rule.ts';

/** Fact: FI-10. */
export const fi10CanceledInApply: Rule<'fire'> = {
  id: 'fi-10-canceled-in-apply',
  fact: 'FI-10',
  at: 'fire',
  only: 'canceled',
  effect: 'skip',
  title: 'A run canceled during its apply does not fire',
  why: 'Resources may have changed already and state keeps them, but the apply did not succeed.',
  fix: 'Start another run and let its apply finish.',
  evidence: 'read_literally',
  condition: 'the apply was not interrupted',
  applies: ({ run }) => run.status === 'canceled' && reachedApply(run),
  violation: ({ run }) => (run.status === 'canceled' && reachedApply(run) ? aboutRun(run) : null),
  message: ({ run }) =>
    `${run.id} was canceled during its apply. Some resources may have changed, yet the apply did not succeed.`,
};
