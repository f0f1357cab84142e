import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RT-08. */
export const rt08MayDeleteTrigger: Rule<'delete_trigger'> = {
  id: 'rt-08-may-delete-trigger',
  fact: 'RT-08',
  at: 'delete_trigger',
  effect: 'reject',
  title: 'Admin on the downstream to delete a trigger',
  why: 'Deleting a run trigger needs admin access to the workspace that owns it, the downstream.',
  fix: 'Let somebody with admin on the downstream delete it.',
  evidence: 'documented',
  condition: 'the team has admin on the downstream',
  violation: ({ state, target, team }) =>
    state.access.may(team, 'manage_settings', target.id) ? null : about(target),
  message: ({ target, team }) => `Team ${team} lacks admin on ${nameOf(target)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
