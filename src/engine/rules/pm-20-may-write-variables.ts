import { about, nameOf, type Rule } from './rule.ts';

/** Fact: PM-20. */
export const pm20MayWriteVariables: Rule<'set'> = {
  id: 'pm-20-may-write-variables',
  fact: 'PM-20',
  at: 'set',
  effect: 'reject',
  title: 'Variables need write access to variables',
  why: 'Creating and editing variables of a workspace needs the write permission on variables.',
  fix: 'Change them as a team with Write, Admin or custom variables = write.',
  evidence: 'documented',
  condition: 'the team may write variables',
  applies: ({ settings }) => settings.variables !== undefined,
  violation: ({ state, workspace, team, settings }) =>
    settings.variables === undefined || state.access.may(team, 'write_variables', workspace.id)
      ? null
      : about(workspace),
  message: ({ workspace, team }) => `Team ${team} may not write variables of ${nameOf(workspace)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
