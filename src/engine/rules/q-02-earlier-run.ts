import { aboutRun, idOfRun, nameOf, type Rule } from './rule.ts';
import { currentRun, ignoresQueue } from '../simulate/state.ts';

/** Fact: Q-02. */
export const q02EarlierRun: Rule<'leave_pending'> = {
  id: 'q-02-earlier-run',
  fact: 'Q-02',
  at: 'leave_pending',
  effect: 'hold',
  title: 'One run at a time',
  why: 'A new run is not even planned until the current one has completely finished, decisions included.',
  fix: 'Confirm or discard the run that is in the way.',
  evidence: 'documented',
  waitingFor: 'earlier_run',
  condition: 'no other run of the workspace is in progress or queued before it',
  applies: ({ run }) => !ignoresQueue(run),
  violation: ({ run }) => {
    if (ignoresQueue(run)) return null;
    const first = currentRun(run.workspace);
    return first === null || first === run ? null : aboutRun(first);
  },
  message: ({ run }) => {
    const first = currentRun(run.workspace);
    return `${run.id} waits in the queue of ${nameOf(run.workspace)} behind ${idOfRun(first)}, which is ${first?.status}.`;
  },
  remedies: ({ run }) => {
    const first = currentRun(run.workspace);
    if (first?.waitingFor === 'confirmation')
      return [{ kind: 'act', type: 'confirm', workspace: first.workspace.id, run: first.id }];
    if (first?.waitingFor === 'policy_override') {
      return [{ kind: 'act', type: 'override_policy', workspace: first.workspace.id, run: first.id }];
    }
    return first?.waitingFor === 'unlock'
      ? [{ kind: 'act', type: 'unlock', workspace: first.workspace.id, run: first.id }]
      : [];
  },
};
