import { about, nameOf, type Rule } from './rule.ts';

/** Fact: LK-04. */
export const lk04OtherLock: Rule<'unlock'> = {
  id: 'lk-04-other-lock',
  fact: 'LK-04',
  at: 'unlock',
  effect: 'reject',
  title: "Another team's lock needs an admin",
  why: 'A lock is opened by who closed it; a workspace admin can force it open.',
  fix: 'Let the team that locked it, or a workspace admin, unlock it.',
  evidence: 'documented',
  condition: 'the team holds the lock itself, or has admin',
  violation: ({ state, workspace, team }) =>
    workspace.lock === null ||
    workspace.lock === team ||
    state.access.may(team, 'manage_settings', workspace.id)
      ? null
      : about(workspace),
  message: ({ workspace, team }) =>
    `${nameOf(workspace)} was locked by ${workspace.lock}, and team ${team} has no admin there to force it.`,
  remedies: () => [{ kind: 'as_owner' }],
};
