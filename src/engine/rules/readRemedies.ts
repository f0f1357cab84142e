import type { Read } from '#model/layout/layout.ts';
import type { Remedy } from './rule.ts';
import type { RunState, State, WorkspaceState } from '../simulate/state.ts';

/** What a rule about a read is told. */
interface Reading {
  state: State;
  run: RunState;
  read: Read;
  source: WorkspaceState;
}

/** Removes the read, which is the last resort if the value cannot be read at all. */
export const withoutRead = ({ run, read }: Reading): Remedy => ({
  kind: 'set',
  workspace: run.workspace.id,
  settings: {
    reads: run.workspace.settings.reads.filter(
      (r) => r.workspace !== read.workspace || r.output !== read.output || r.via !== read.via,
    ),
  },
});

/**
 * A token of a team that may read outputs of the source: teams that may do least come first, the owners last. None if the
 * source is in another organization, since a token of this one belongs to no team there. Fact: RS-13.
 */
export function otherTokens({ state, run, source }: Reading): Remedy[] {
  const { organization, id } = run.workspace;
  if (source.organization !== organization) return [];
  const names = state.layout.teams
    .filter((team) => team.organization === organization.name && team.name !== 'owners')
    .map(({ name }) => name)
    .filter((name) => state.access.may(name, 'read_state_outputs', source.id));
  return [...names, 'owners'].map((tfe_token_team) => ({
    kind: 'set',
    workspace: id,
    settings: { tfe_token_team },
  }));
}

/** Grants the team of the token read outputs on the source; it keeps its other permissions there. Facts: RS-13, PM-05. */
export function readOutputsGrant({ state, run, source }: Reading): Remedy[] {
  const name = run.settings.tfe_token_team;
  const team = state.layout.teams.find(
    (known) => known.name === name && known.organization === source.organization.name,
  );
  if (team === undefined || source.organization !== run.workspace.organization) return [];
  const before = team.workspace_access.find((grant) => grant.workspace === source.id)?.permissions;
  const permissions = {
    ...(before ?? { runs: 'read' as const, variables: 'none' as const, workspace_locking: false }),
    state_versions: 'read-outputs' as const,
  };
  return [
    { kind: 'edit', edit: { type: 'grant_custom', team: team.name, workspace: source.id, permissions } },
  ];
}
