import { about, type Rule } from './rule.ts';

/** Fact: POL-06. */
export const pol06MayOverride: Rule<'override_policy'> = {
  id: 'pol-06-may-override',
  fact: 'POL-06',
  at: 'override_policy',
  effect: 'reject',
  title: 'Overriding takes an organization permission',
  why: 'Owners and teams with Manage policy overrides may override a failed policy. A custom permission set may too, where Delegate policy overrides and Allow policy overrides meet. No fixed role includes it, not even Admin.',
  fix: 'Ask an owner, or a team that may override here.',
  evidence: 'documented',
  condition: 'the team may override failed policies here',
  violation: ({ state, workspace, team }) =>
    workspace === null || state.access.may(team, 'override_policies', workspace.id) ? null : about(workspace),
  applies: ({ workspace }) => workspace !== null,
  message: ({ team }) => `Team ${team} lacks the organization permission Manage policy overrides.`,
  remedies: () => [{ kind: 'as_owner' }],
};
