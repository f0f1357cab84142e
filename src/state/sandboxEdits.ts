import { applyEdit } from '#engine/edit.ts';
import type { Action, Scenario } from '#model/action.ts';
import { idOf, type Layout, parseLayout, type Workspace } from '#model/layout.ts';
import type { Edit } from '#model/edit.ts';

/** Limits of a board; past them an edit is refused with the limit's name. */
export const LIMITS = { workspaces: 500, triggers: 2000, actions: 200 } as const;

export const nameIn = (id: string): string => id.slice(id.indexOf('/') + 1);
export const workspaceOf = (layout: Layout, id: string): Workspace | undefined =>
  layout.workspaces.find((w) => idOf(w) === id);

/** A new workspace with every default, named as asked or with the next free number. */
export function addWorkspace(layout: Layout, wanted = 'workspace'): { layout: Layout; id: string } {
  const organization = layout.organizations[0]?.name ?? 'acme';
  const taken = new Set(layout.workspaces.filter((w) => w.organization === organization).map((w) => w.name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
  const parsed = parseLayout({ version: 1, organizations: [{ name: organization }], workspaces: [{ name }] });
  const made = parsed.ok ? parsed.value.workspaces : [];
  return {
    layout: { ...layout, workspaces: [...layout.workspaces, ...made] },
    id: `${organization}/${name}`,
  };
}

/** Renames a workspace everywhere it is named, in what was done too. @returns a problem in words, or the scenario */
export function renameWorkspace(scenario: Scenario, id: string, name: string): Scenario | string {
  const workspace = workspaceOf(scenario.layout, id);
  if (workspace === undefined || workspace.name === name) return scenario;
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return 'A name has letters, digits, - and _ only.';
  const next = `${workspace.organization}/${name}`;
  if (workspaceOf(scenario.layout, next) !== undefined) return `There is a workspace named ${name} already.`;
  const to = (other: string): string => (other === id ? next : other);
  const settings = <
    T extends { reads?: Workspace['reads'] | undefined; remote_state_consumer_ids?: string[] | undefined },
  >(
    w: T,
  ): T => ({
    ...w,
    ...(w.reads === undefined ? {} : { reads: w.reads.map((r) => ({ ...r, workspace: to(r.workspace) })) }),
    ...(w.remote_state_consumer_ids === undefined
      ? {}
      : { remote_state_consumer_ids: w.remote_state_consumer_ids.map(to) }),
  });
  const { layout } = scenario;
  return {
    layout: {
      ...layout,
      workspaces: layout.workspaces.map((w) => settings(idOf(w) === id ? { ...w, name } : w)),
      run_triggers: layout.run_triggers.map((t) => ({
        sourceable: to(t.sourceable),
        workspace: to(t.workspace),
      })),
      variable_sets: layout.variable_sets.map((s) => ({ ...s, workspaces: s.workspaces.map(to) })),
      teams: layout.teams.map((t) => ({
        ...t,
        workspace_access: t.workspace_access.map((g) => ({ ...g, workspace: to(g.workspace) })),
      })),
    },
    actions: scenario.actions.map((action) => {
      const named =
        'workspace' in action && action.workspace !== undefined
          ? { ...action, workspace: to(action.workspace) }
          : action;
      if (named.type === 'set') return { ...named, settings: settings(named.settings) };
      return 'sourceable' in named ? { ...named, sourceable: to(named.sourceable) } : named;
    }),
  };
}

/** Takes a workspace off the board with all that names it; runs are numbered anew, so what was done is cleared. */
export function deleteWorkspace(layout: Layout, id: string): Layout {
  const rest = (ids: string[]): string[] => ids.filter((other) => other !== id);
  return {
    ...layout,
    workspaces: layout.workspaces
      .filter((w) => idOf(w) !== id)
      .map((w) => ({
        ...w,
        reads: w.reads.filter((r) => r.workspace !== id),
        remote_state_consumer_ids: rest(w.remote_state_consumer_ids),
      })),
    run_triggers: layout.run_triggers.filter((t) => t.sourceable !== id && t.workspace !== id),
    variable_sets: layout.variable_sets.map((s) => ({ ...s, workspaces: rest(s.workspaces) })),
    teams: layout.teams.map((t) => ({
      ...t,
      workspace_access: t.workspace_access.filter((g) => g.workspace !== id),
    })),
  };
}

/** The action that does during play what an edit does before it, or null where only the set-up can be edited. */
export function actionOf(edit: Edit, now: Workspace | undefined): Action | null {
  switch (edit.type) {
    case 'create_run_trigger':
    case 'delete_run_trigger':
    case 'set':
    case 'lock':
    case 'unlock':
      return edit;
    case 'share':
    case 'unshare':
      return setting(edit.sourceable, 'remote_state_consumer_ids', edit, now);
    case 'set_variable':
      return edit.workspace === undefined ? null : setting(edit.workspace, 'variables', edit, now);
    case 'exclude_policy':
    case 'satisfy_policy':
      return setting(edit.workspace, 'policies', edit, now);
    default:
      return null;
  }
}

/** The action `set` that gives one field of a workspace the value that an edit gives it. */
function setting(
  workspace: string,
  field: 'remote_state_consumer_ids' | 'variables' | 'policies',
  edit: Edit,
  now: Workspace | undefined,
): Action | null {
  if (now === undefined) return null;
  const [after] = applyEdit({ ...EMPTY, workspaces: [now] }, edit).workspaces;
  return after === undefined ? null : { type: 'set', workspace, settings: { [field]: after[field] } };
}

const EMPTY: Layout = {
  version: 1,
  ruleset: 'hcp',
  organizations: [],
  projects: [],
  workspaces: [],
  run_triggers: [],
  variable_sets: [],
  teams: [],
};

/** Clears the runs and keeps the board: settings and triggers changed during play become part of the set-up. */
export function foldActions({ layout, actions }: Scenario, refused: ReadonlySet<number>): Layout {
  return actions.reduce((so, action, index) => {
    if (refused.has(index)) return so;
    switch (action.type) {
      case 'create_run_trigger':
      case 'delete_run_trigger':
        return applyEdit(so, {
          type: action.type,
          sourceable: action.sourceable,
          workspace: action.workspace,
        });
      case 'lock':
      case 'unlock':
        return applyEdit(so, { type: action.type, workspace: action.workspace });
      case 'set':
        return applyEdit(so, { type: 'set', workspace: action.workspace, settings: action.settings });
      default:
        return so;
    }
  }, layout);
}
