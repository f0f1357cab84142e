import { nameOf, type Rule } from './rule.ts';

/** Fact: RUN-05. */
export const run05NotDiscardable: Rule<'discard'> = {
  id: 'run-05-not-discardable',
  fact: 'RUN-05',
  at: 'discard',
  effect: 'reject',
  title: 'Only a run that waits can be discarded',
  why: 'A run can be discarded while it is pending or waits for somebody, and while post-plan tasks run; at other times the answer is a conflict.',
  fix: 'Cancel it while it plans or applies; a run that ended needs nothing.',
  evidence: 'documented',
  condition: 'the run waits, or its post-plan tasks run',
  violation: ({ workspace, run }) => {
    if (run !== null && (run.waitingFor !== null || run.status === 'post_plan_running')) return null;
    return { workspaces: workspace === null ? [] : [workspace.id], runs: run === null ? [] : [run.id] };
  },
  message: ({ workspace, run }) => {
    if (run !== null)
      return `${run.id} in ${nameOf(run.workspace)} is ${run.status} and cannot be discarded.`;
    return workspace === null ? 'There is no such run.' : `${nameOf(workspace)} has no current run.`;
  },
};
