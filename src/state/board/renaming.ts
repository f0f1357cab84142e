import { short } from '#model/layout/vocabulary.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';
import { simulationOf } from './board.ts';

type Named = {
  reads?: Workspace['reads'] | undefined;
  remote_state_consumer_ids?: string[] | undefined;
};

const inSettings = <T extends Named>(w: T, to: (id: string) => string): T => ({
  ...w,
  ...(w.reads === undefined ? {} : { reads: w.reads.map((r) => ({ ...r, workspace: to(r.workspace) })) }),
  ...(w.remote_state_consumer_ids === undefined
    ? {}
    : { remote_state_consumer_ids: w.remote_state_consumer_ids.map(to) }),
});

/** The layout with other names wherever one workspace names another; workspaces themselves keep theirs. */
export const withIds = (layout: Layout, to: (id: string) => string): Layout => ({
  ...layout,
  workspaces: layout.workspaces.map((w) => inSettings(w, to)),
  run_triggers: layout.run_triggers.map((t) => ({
    sourceable: to(t.sourceable),
    workspace: to(t.workspace),
  })),
  variable_sets: layout.variable_sets.map((s) => ({ ...s, workspaces: s.workspaces.map(to) })),
  teams: layout.teams.map((t) => ({
    ...t,
    workspace_access: t.workspace_access.map((g) => ({ ...g, workspace: to(g.workspace) })),
  })),
});

/** An action with other names of workspaces in it. */
export function actionWithIds(action: Action, to: (id: string) => string): Action {
  const named =
    'workspace' in action && action.workspace !== undefined
      ? { ...action, workspace: to(action.workspace) }
      : action;
  if (named.type === 'set') return { ...named, settings: inSettings(named.settings, to) };
  return 'sourceable' in named ? { ...named, sourceable: to(named.sourceable) } : named;
}

/** An action on a board without some workspaces; null where it was about one of them. */
export function actionWithout(action: Action, gone: ReadonlySet<string>): Action | null {
  const about = 'workspace' in action ? action.workspace : undefined;
  if (about !== undefined && gone.has(about)) return null;
  if ('sourceable' in action && gone.has(action.sourceable)) return null;
  if (action.type !== 'set') return action;
  const { reads, remote_state_consumer_ids: consumers } = action.settings;
  return {
    ...action,
    settings: {
      ...action.settings,
      ...(reads === undefined ? {} : { reads: reads.filter((r) => !gone.has(r.workspace)) }),
      ...(consumers === undefined
        ? {}
        : { remote_state_consumer_ids: consumers.filter((id) => !gone.has(id)) }),
    },
  };
}

const organizationOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** The organization in which an action looks up the team that acts; null where it names a run that never was. */
function placeOf({ layout, actions }: Scenario, action: Action): string | null {
  if ('workspace' in action && action.workspace !== undefined) return organizationOf(action.workspace);
  const run = 'run' in action ? action.run : undefined;
  const found = simulationOf({ layout, actions }).result.runs.find((other) => other.id === run);
  return found === undefined ? null : organizationOf(found.workspace);
}

/**
 * Another name for a team of one organization wherever it is used, or none at all: then workspaces have no team for
 * their token, and what it did is dropped.
 */
export function withTeam(
  scenario: Scenario,
  organization: string,
  team: string,
  name: string | null,
): { layout: Layout; act: (action: Action) => Action | null } {
  const { layout } = scenario;
  const elsewhere = layout.teams.some((t) => t.name === team && t.organization !== organization);
  const meant = (place: string | null) => place === organization || !elsewhere;
  const token = <T extends { tfe_token_team?: string | null | undefined }>(w: T, place: string): T =>
    w.tfe_token_team === team && meant(place) ? { ...w, tfe_token_team: name } : w;
  return {
    layout: { ...layout, workspaces: layout.workspaces.map((w) => token(w, w.organization)) },
    act(action) {
      const own =
        action.type === 'set'
          ? { ...action, settings: token(action.settings, organizationOf(action.workspace)) }
          : action;
      if (own.as !== team || !meant(placeOf(scenario, action))) return own;
      return name === null ? null : { ...own, as: name };
    },
  };
}

/** How a workspace is called where several organizations may use one name. */
export const labelOf = (layout: Layout, id: string): string =>
  layout.organizations.length > 1 ? id : short(id);

export const workspaceById = (layout: Layout, id: string): Workspace | undefined =>
  layout.workspaces.find((w) => idOf(w) === id);

/** The name as asked, or with the next free number after it. */
export function freeNameOnBoard(taken: ReadonlySet<string>, wanted: string): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
  return name;
}
