import { about, nameOf, type Rule } from './rule.ts';

/** Fact: LK-04. */
export const lk04MayLock: Rule<'lock'> = {
  id: 'lk-04-may-lock',
  fact: 'LK-04',
  at: 'lock',
  effect: 'reject',
  title: 'Locking needs the lock permission',
  why: 'Locking and unlocking a workspace need the lock permission.',
  fix: 'Lock it as a team with Write, Admin or custom workspace locking.',
  evidence: 'documented',
  condition: 'the team may lock and unlock',
  violation: ({ state, workspace, team }) =>
    state.access.may(team, 'lock', workspace.id) ? null : about(workspace),
  message: ({ workspace, team }) => `Team ${team} may not lock ${nameOf(workspace)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
