import { aboutRun, type Rule } from './rule.ts';

/** Fact: RUN-06. */
export const run06Canceled: Rule<'ended_by'> = {
  id: 'run-06-canceled',
  fact: 'RUN-06',
  at: 'ended_by',
  effect: 'finish',
  title: 'Canceled',
  why: 'Somebody with permission to apply runs interrupted the run.',
  fix: 'Start another run.',
  evidence: 'documented',
  condition: 'nobody canceled the run',
  applies: ({ how }) => how === 'cancel',
  violation: ({ run, how }) => (how === 'cancel' ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} was canceled.`,
  remedies: ({ run }) => [{ kind: 'without_action', type: 'cancel', run: run.id }],
};
