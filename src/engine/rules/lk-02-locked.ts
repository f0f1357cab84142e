import { ignoresQueue } from '../simulate/state.ts';
import { about, nameOf, type Rule } from './rule.ts';

/** Fact: LK-02. */
export const lk02Locked: Rule<'leave_pending'> = {
  id: 'lk-02-locked',
  fact: 'LK-02',
  at: 'leave_pending',
  effect: 'hold',
  title: 'A locked workspace starts no runs',
  why: 'New runs can be created while a workspace is locked; they stay pending until it is unlocked.',
  fix: 'Unlock the workspace.',
  evidence: 'documented',
  waitingFor: 'unlock',
  condition: 'no user holds the lock of the workspace',
  applies: ({ run }) => !ignoresQueue(run),
  violation: ({ run }) => (run.workspace.lock === null || ignoresQueue(run) ? null : about(run.workspace)),
  message: ({ run }) =>
    `${nameOf(run.workspace)} is locked by ${run.workspace.lock}, so ${run.id} stays pending.`,
  remedies: ({ run }) => [{ kind: 'act', type: 'unlock', workspace: run.workspace.id, run: run.id }],
};
