import { nameOf, type Rule } from './rule.ts';

/** Fact: POL-04. */
export const pol04NothingToOverride: Rule<'override_policy'> = {
  id: 'pol-04-nothing-to-override',
  fact: 'POL-04',
  at: 'override_policy',
  effect: 'reject',
  title: 'Only a run that waits for an override can be overridden',
  why: 'An override is possible only while a soft-mandatory or OPA mandatory failure holds the run.',
  fix: 'A hard-mandatory failure has ended its run: fix the cause and start another.',
  evidence: 'documented',
  condition: 'the run waits for a policy override',
  violation: ({ workspace, run }) => {
    if (run?.waitingFor === 'policy_override') return null;
    return { workspaces: workspace === null ? [] : [workspace.id], runs: run === null ? [] : [run.id] };
  },
  message: ({ workspace, run }) => {
    if (run !== null)
      return `${run.id} in ${nameOf(run.workspace)} is ${run.status} and waits for no override.`;
    return workspace === null ? 'There is no such run.' : `${nameOf(workspace)} has no current run.`;
  },
};
