import { about, nameOf, type Rule } from './rule.ts';

/** Fact: LK-05. */
export const lk05AlreadyLocked: Rule<'lock'> = {
  id: 'lk-05-already-locked',
  fact: 'LK-05',
  at: 'lock',
  effect: 'reject',
  title: 'A locked workspace cannot be locked again',
  why: 'Locking a workspace that is locked is answered with a conflict.',
  fix: 'Nothing: it is locked.',
  evidence: 'documented',
  condition: 'nobody holds the lock yet',
  violation: ({ workspace }) => (workspace.lock === null ? null : about(workspace)),
  message: ({ workspace }) => `${nameOf(workspace)} is locked by ${workspace.lock} already.`,
};
