import { about, nameOf, type Rule } from './rule.ts';

/** Fact: AA-26. */
export const aa26MayChangeSettings: Rule<'set'> = {
  id: 'aa-26-may-change-settings',
  fact: 'AA-26',
  at: 'set',
  effect: 'reject',
  title: 'Workspace settings need admin',
  why: 'Auto-apply, execution mode, state sharing and the other settings of a workspace are changed by its admins.',
  fix: 'Change them as a team with admin on the workspace.',
  evidence: 'documented',
  condition: 'the team has admin on the workspace',
  applies: ({ settings }) => Object.keys(settings).some((field) => field !== 'variables'),
  violation: ({ state, workspace, team, settings }) =>
    Object.keys(settings).every((field) => field === 'variables') ||
    state.access.may(team, 'manage_settings', workspace.id)
      ? null
      : about(workspace),
  message: ({ workspace, team }) => `Team ${team} lacks admin on ${nameOf(workspace)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
