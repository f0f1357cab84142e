import { about, nameOf, type Rule } from './rule.ts';

/** Fact: LK-05. */
export const lk05NotLocked: Rule<'unlock'> = {
  id: 'lk-05-not-locked',
  fact: 'LK-05',
  at: 'unlock',
  effect: 'reject',
  title: 'Only a locked workspace can be unlocked',
  why: 'Unlocking a workspace that no user has locked is answered with a conflict.',
  fix: 'Nothing: no user holds its lock. A run in progress gives it back by ending.',
  evidence: 'documented',
  condition: 'a user holds the lock',
  violation: ({ workspace }) => (workspace.lock === null ? about(workspace) : null),
  message: ({ workspace }) => `No user holds the lock of ${nameOf(workspace)}.`,
};
