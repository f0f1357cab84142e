import { about, nameOf, type Rule } from './rule.ts';
import type { WorkspaceState } from '../simulate/state.ts';

/** A loop and not `some`, which would make a function each time; this is asked for every trigger of a layout. */
function isSource(source: WorkspaceState, target: WorkspaceState): boolean {
  for (const trigger of target.inbound) if (trigger.source === source) return true;
  return false;
}

/** Fact: RT-25. */
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
  violation: ({ source, target }) => (isSource(source, target) ? about(source, target) : null),
  message: ({ source, target }) =>
    `${nameOf(target)} already lists ${nameOf(source)} as a source. A choice of this app: the vendor does not document the case.`,
};
