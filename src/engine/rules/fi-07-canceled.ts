import { aboutRun, type Rule } from './rule.ts';

/** Fact: FI-07. */
export const fi07Canceled: Rule<'fire'> = {
  id: 'fi-07-canceled',
  fact: 'FI-07',
  at: 'fire',
  only: 'canceled',
  effect: 'skip',
  title: 'A canceled run does not fire',
  why: 'It was interrupted before anything was applied.',
  fix: 'Start another run and let it finish.',
  evidence: 'read_literally',
  condition: 'the run was not canceled',
  applies: ({ run }) => run.status === 'canceled',
  violation: ({ run }) => (run.status === 'canceled' ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} was canceled; nothing was applied.`,
};
