import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RUN-08. */
export const run08MayQueuePlans: Rule<'start_run'> = {
  id: 'run-08-may-queue-plans',
  fact: 'RUN-08',
  at: 'start_run',
  effect: 'reject',
  title: 'Starting a run needs permission to queue plans',
  why: 'Creating a run needs the plan permission on the workspace.',
  fix: 'Start it as a team with Plan, Write or Admin, or get that access.',
  evidence: 'documented',
  condition: 'the team may queue plans',
  violation: ({ state, workspace, team }) =>
    team === null || state.access.may(team, 'queue_plans', workspace.id) ? null : about(workspace),
  applies: ({ team }) => team !== null,
  message: ({ workspace, team }) => `Team ${team} may not queue plans in ${nameOf(workspace)}.`,
  remedies: () => [{ kind: 'as_owner' }],
};
