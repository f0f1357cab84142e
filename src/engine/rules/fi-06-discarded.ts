import { aboutRun, type Rule } from './rule.ts';

/** Fact: FI-06. */
export const fi06Discarded: Rule<'fire'> = {
  id: 'fi-06-discarded',
  fact: 'FI-06',
  at: 'fire',
  only: 'discarded',
  effect: 'skip',
  title: 'A discarded run does not fire',
  why: 'It was given up before it was applied.',
  fix: 'Confirm the next run instead of discarding it.',
  evidence: 'read_literally',
  condition: 'the run was not discarded',
  applies: ({ run }) => run.status === 'discarded',
  violation: ({ run }) => (run.status === 'discarded' ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} was discarded; nothing was applied.`,
};
