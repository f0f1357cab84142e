import { aboutRun, type Rule } from './rule.ts';

/** Fact: RUN-05. */
export const run05Discarded: Rule<'ended_by'> = {
  id: 'run-05-discarded',
  fact: 'RUN-05',
  at: 'ended_by',
  effect: 'finish',
  title: 'Discarded',
  why: 'Somebody with permission to apply runs gave the run up.',
  fix: 'Start another run.',
  evidence: 'documented',
  condition: 'nobody discarded the run',
  applies: ({ how }) => how === 'discard',
  violation: ({ run, how }) => (how === 'discard' ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} was discarded.`,
  remedies: ({ run }) => [{ kind: 'without_action', type: 'discard', run: run.id }],
};
