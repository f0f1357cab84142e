import { nameOf, type Rule } from './rule.ts';

/** Fact: RUN-04. */
export const run04NothingToConfirm: Rule<'confirm'> = {
  id: 'run-04-nothing-to-confirm',
  fact: 'RUN-04',
  at: 'confirm',
  effect: 'reject',
  title: 'Only a run that waits for confirmation can be confirmed',
  why: 'A confirmation is answered with a conflict unless the run is paused for it.',
  fix: 'Wait until the run has planned and passed its checks.',
  evidence: 'documented',
  condition: 'the run waits for confirmation',
  violation: ({ workspace, run }) => {
    if (run?.waitingFor === 'confirmation') return null;
    return { workspaces: workspace === null ? [] : [workspace.id], runs: run === null ? [] : [run.id] };
  },
  message: ({ workspace, run }) => {
    if (run !== null)
      return `${run.id} in ${nameOf(run.workspace)} is ${run.status} and does not wait for confirmation.`;
    return workspace === null ? 'There is no such run.' : `${nameOf(workspace)} has no current run.`;
  },
};
