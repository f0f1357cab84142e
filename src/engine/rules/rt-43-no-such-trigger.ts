import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RT-43. */
export const rt43NoSuchTrigger: Rule<'delete_trigger'> = {
  id: 'rt-43-no-such-trigger',
  fact: 'RT-43',
  at: 'delete_trigger',
  effect: 'reject',
  title: 'Only a trigger that exists can be deleted',
  why: 'Deleting a run trigger that cannot be found is answered with 404.',
  fix: 'Check the direction: the trigger belongs to the downstream and names the source.',
  evidence: 'documented',
  condition: 'the trigger exists',
  violation: ({ source, target }) =>
    target.inbound.some((t) => t.source === source) ? null : about(source, target),
  message: ({ source, target }) => `${nameOf(target)} does not list ${nameOf(source)} as a source.`,
};
