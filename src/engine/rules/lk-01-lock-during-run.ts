import { aboutRun, idOfRun, nameOf, type Rule } from './rule.ts';

/** Fact: LK-01. */
export const lk01LockDuringRun: Rule<'lock'> = {
  id: 'lk-01-lock-during-run',
  fact: 'LK-01',
  at: 'lock',
  effect: 'reject',
  title: 'No lock while a run is in progress',
  why: 'A run in progress holds the workspace; a user can lock it only when no run does.',
  fix: 'Finish the run first, or lock before it starts.',
  evidence: 'documented',
  condition: 'no run of the workspace is in progress',
  violation: ({ workspace }) => (workspace.current === null ? null : aboutRun(workspace.current)),
  message: ({ workspace }) => `${idOfRun(workspace.current)} is in progress in ${nameOf(workspace)}.`,
};
