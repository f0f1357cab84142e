import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RT-07. */
export const rt07MayCreateTrigger: Rule<'create_trigger'> = {
  id: 'rt-07-may-create-trigger',
  fact: 'RT-07',
  at: 'create_trigger',
  effect: 'reject',
  title: 'Admin on the downstream, read runs on the source',
  why: 'Creating a run trigger needs admin access to the workspace that will run and permission to read runs of the source. Both are required.',
  fix: 'Get admin on the downstream, and at least read runs on the source.',
  evidence: 'documented',
  condition: 'the team has admin on the downstream and may read runs of the source',
  violation: ({ state, source, target, team }) =>
    state.access.may(team, 'manage_settings', target.id) && state.access.may(team, 'read_runs', source.id)
      ? null
      : about(source, target),
  message: ({ state, source, target, team }) => {
    const lacks = [];
    if (!state.access.may(team, 'manage_settings', target.id)) lacks.push(`admin on ${nameOf(target)}`);
    if (!state.access.may(team, 'read_runs', source.id)) lacks.push(`read runs on ${nameOf(source)}`);
    return `Team ${team} lacks ${lacks.join(' and ')}.`;
  },
  remedies: () => [{ kind: 'as_owner' }],
};
