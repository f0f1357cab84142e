import { CANCELABLE } from '../simulate/limits.ts';
import { nameOf, type Rule } from './rule.ts';

/** Fact: RUN-06. */
export const run06NotCancelable: Rule<'cancel'> = {
  id: 'run-06-not-cancelable',
  fact: 'RUN-06',
  at: 'cancel',
  effect: 'reject',
  title: 'Only a run that works can be canceled',
  why: 'A cancel interrupts a plan, an apply or the tasks around them; at other times the answer is a conflict.',
  fix: 'Discard a run that waits; a run that ended needs nothing.',
  evidence: 'documented',
  condition: 'the run plans, applies or waits for its tasks',
  violation: ({ workspace, run }) => {
    if (run !== null && CANCELABLE.has(run.status)) return null;
    return { workspaces: workspace === null ? [] : [workspace.id], runs: run === null ? [] : [run.id] };
  },
  message: ({ workspace, run }) => {
    if (run !== null) return `${run.id} in ${nameOf(run.workspace)} is ${run.status} and cannot be canceled.`;
    return workspace === null ? 'There is no such run.' : `${nameOf(workspace)} has no current run.`;
  },
};
