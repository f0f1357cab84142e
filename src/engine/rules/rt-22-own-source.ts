import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RT-22. */
export const rt22OwnSource: Rule<'create_trigger'> = {
  id: 'rt-22-own-source',
  fact: 'RT-22',
  at: 'create_trigger',
  effect: 'reject',
  title: 'A workspace cannot be its own source',
  why: 'The service refuses a run trigger whose source and downstream are the same workspace.',
  fix: 'Choose another workspace as the source.',
  evidence: 'documented',
  condition: 'source and downstream are two workspaces',
  violation: ({ source, target }) => (source === target ? about(source) : null),
  message: ({ source }) => `${nameOf(source)} cannot trigger itself.`,
};
