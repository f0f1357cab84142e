import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RUN-05. */
export const run05MayDiscard: Rule<'discard'> = {
  id: 'run-05-may-discard',
  fact: 'RUN-05',
  at: 'discard',
  effect: 'reject',
  title: 'Discarding needs permission to apply runs',
  why: 'Discarding a run needs the apply permission on the workspace.',
  fix: 'Discard as a team with Write or Admin.',
  evidence: 'documented',
  condition: 'the team may apply runs',
  violation: ({ state, workspace, team }) =>
    workspace === null || state.access.may(team, 'apply_runs', workspace.id) ? null : about(workspace),
  applies: ({ workspace }) => workspace !== null,
  message: ({ workspace, team }) => `Team ${team} may not discard runs in ${nameOf(workspace)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
