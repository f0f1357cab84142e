import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RUN-06. */
export const run06MayCancel: Rule<'cancel'> = {
  id: 'run-06-may-cancel',
  fact: 'RUN-06',
  at: 'cancel',
  effect: 'reject',
  title: 'Canceling needs permission to apply runs',
  why: 'Canceling a run needs the apply permission on the workspace.',
  fix: 'Cancel as a team with Write or Admin.',
  evidence: 'documented',
  condition: 'the team may apply runs',
  violation: ({ state, workspace, team }) =>
    workspace === null || state.access.may(team, 'apply_runs', workspace.id) ? null : about(workspace),
  applies: ({ workspace }) => workspace !== null,
  message: ({ workspace, team }) => `Team ${team} may not cancel runs in ${nameOf(workspace)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
