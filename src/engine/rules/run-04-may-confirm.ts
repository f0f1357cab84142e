import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RUN-04. */
export const run04MayConfirm: Rule<'confirm'> = {
  id: 'run-04-may-confirm',
  fact: 'RUN-04',
  at: 'confirm',
  effect: 'reject',
  title: 'Confirming needs permission to apply runs',
  why: 'Confirm and apply needs the apply permission on the workspace.',
  fix: 'Confirm as a team with Write or Admin.',
  evidence: 'documented',
  condition: 'the team may apply runs',
  violation: ({ state, workspace, team }) =>
    workspace === null || state.access.may(team, 'apply_runs', workspace.id) ? null : about(workspace),
  applies: ({ workspace }) => workspace !== null,
  message: ({ workspace, team }) => `Team ${team} may not apply runs in ${nameOf(workspace)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
