import { about, type Rule } from '../rule.ts';

/** Overriding is an organization permission. Fact: POL-06. */
export const pol06MayOverride: Rule<'override_policy'> = {
  id: 'pol-06-may-override',
  fact: 'POL-06',
  at: 'override_policy',
  effect: 'reject',
  title: 'Overriding is an organization permission',
  why: 'Only owners and teams with Manage policy overrides may override a failed policy. No workspace role includes it, not even Admin.',
  fix: 'Ask a team with Manage policy overrides.',
  evidence: 'documented',
  condition: 'the team has Manage policy overrides',
  stops: ({ state, workspace, team }) =>
    workspace === null || state.access.may(team, 'override_policies', workspace.id) ? null : about(workspace),
  applies: ({ workspace }) => workspace !== null,
  says: ({ team }) => `Team ${team} lacks the organization permission Manage policy overrides.`,
  mends: () => [{ kind: 'as_owner' }],
};
