import { about, nameOf, type Rule } from '../rule.ts';

/** One run trigger for each pair. Fact: RT-25. */
export const rt25DuplicateTrigger: Rule<'create_trigger'> = {
  id: 'rt-25-duplicate-trigger',
  fact: 'RT-25',
  at: 'create_trigger',
  effect: 'reject',
  title: 'One run trigger for each pair',
  why: 'The vendor does not say what a second trigger for the same pair would do; this app refuses it.',
  fix: 'Keep the trigger that exists.',
  evidence: 'app_rule',
  condition: 'no trigger for this pair exists yet',
  stops: ({ source, target }) =>
    target.inbound.some((t) => t.source === source) ? about(source, target) : null,
  says: ({ source, target }) => `${nameOf(target)} already lists ${nameOf(source)} as a source.`,
};
