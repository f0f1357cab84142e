import type { Edit } from '#model/scenario/edit.ts';
import type { Layout } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';

/** The layout with what an edit is about as it was at the start; the very same layout where it still is so. */
export function restore(start: Layout, layout: Layout, edit: Edit): Layout {
  switch (edit.type) {
    case 'create_run_trigger':
    case 'delete_run_trigger': {
      const run_triggers = member(start.run_triggers, layout.run_triggers, edgeOf(edit), edgeOf);
      return run_triggers === layout.run_triggers ? layout : { ...layout, run_triggers };
    }
    case 'set':
      return inWorkspace(start, layout, edit.workspace, (was, now) =>
        Object.assign({}, now, pick(was, Object.keys(edit.settings))),
      );
    case 'share':
    case 'unshare':
      return inWorkspace(start, layout, edit.sourceable, (was, now) => ({
        ...now,
        remote_state_consumer_ids: member(
          was.remote_state_consumer_ids,
          now.remote_state_consumer_ids,
          edit.workspace,
          itself,
        ),
      }));
    case 'lock':
    case 'unlock':
      return inWorkspace(start, layout, edit.workspace, (was, now) => ({ ...now, locked: was.locked }));
    case 'attach_set':
    case 'detach_set':
      return inSet(start, layout, edit.set, (was, now) => ({
        ...now,
        workspaces: member(was.workspaces, now.workspaces, edit.workspace ?? '', itself),
        projects: member(was.projects, now.projects, edit.project ?? '', itself),
      }));
    case 'set_variable': {
      const put = <T extends { variables: Layout['variable_sets'][number]['variables'] }>(
        was: T,
        now: T,
      ): T => ({
        ...now,
        variables: member(was.variables, now.variables, variableOf(edit), variableOf),
      });
      return edit.set === undefined
        ? inWorkspace(start, layout, edit.workspace ?? '', put)
        : inSet(start, layout, edit.set, put);
    }
    case 'set_priority':
      return inSet(start, layout, edit.set, (was, now) => ({ ...now, priority: was.priority }));
    case 'rename_set':
      return inSet(start, layout, edit.set, (was, now) => ({ ...now, name: was.name }));
    case 'exclude_policy': {
      const covers = (w: Workspace) => w.policies.some((p) => p.name === edit.policy);
      return inWorkspace(start, layout, edit.workspace, (was, now) => ({
        ...now,
        // Whether the policy looks at the workspace; its level and whether it passes are other edits.
        policies:
          covers(was) === covers(now)
            ? now.policies
            : member(was.policies, now.policies, edit.policy, (p) => p.name),
      }));
    }
    case 'satisfy_policy':
      return inWorkspace(start, layout, edit.workspace, (was, now) => ({
        ...now,
        policies: now.policies.map((p) => ({
          ...p,
          passes: p.name === edit.policy ? policyOf(was, edit.policy, p).passes : p.passes,
        })),
      }));
    case 'enforce_policy':
      return layout.workspaces.reduce(
        (so, w) =>
          inWorkspace(start, so, idOf(w), (was, now) => ({
            ...now,
            policies: now.policies.map((p) =>
              p.name === edit.policy ? { ...policyOf(was, edit.policy, p), passes: p.passes } : p,
            ),
          })),
        layout,
      );
    case 'grant_workspace':
    case 'grant_custom':
      return inTeam(start, layout, edit.team, (was, now) => ({
        ...now,
        workspace_access: member(
          was.workspace_access,
          now.workspace_access,
          edit.workspace,
          (grant) => grant.workspace,
        ),
      }));
    case 'grant_project':
      return inTeam(start, layout, edit.team, (was, now) => ({
        ...now,
        project_access: member(
          was.project_access,
          now.project_access,
          edit.project,
          (grant) => grant.project,
        ),
      }));
  }
}

type Workspace = Layout['workspaces'][number];

const policyOf = (was: Workspace, name: string, otherwise: Workspace['policies'][number]) =>
  was.policies.find((p) => p.name === name) ?? otherwise;

const pick = (from: object, keys: readonly string[]): object =>
  Object.fromEntries(keys.map((key) => [key, Reflect.get(from, key)]));

const json = (value: unknown): string => JSON.stringify(value);

/**
 * A list with one item as it was at the start, in the order of the start; others keep their values.
 * @param keyOf what an item is called, whatever became of it
 */
function member<T>(was: T[], now: T[], key: string, keyOf: (item: T) => string): T[] {
  const mine = (item: T) => keyOf(item) === key;
  if (json(was.filter(mine)) === json(now.filter(mine))) return now;
  const order = was.map(keyOf);
  const rank = (item: T): number => {
    const at = order.indexOf(keyOf(item));
    return at < 0 ? order.length : at;
  };
  return [...now.filter((item) => !mine(item)), ...was.filter(mine)].sort((a, b) => rank(a) - rank(b));
}

const itself = (id: string): string => id;
const edgeOf = (t: { sourceable: string; workspace: string }): string => `${t.sourceable} ${t.workspace}`;
const variableOf = (v: { category: string; key: string }): string => `${v.category} ${v.key}`;

/** Puts back one item of a list, found at the start by a test; the very same list where nothing changes. */
function put<T>(start: T[], now: T[], at: (list: T[]) => number, change: (was: T, now: T) => T): T[] {
  const [was, item] = [start[at(start)], now[at(now)]];
  if (was === undefined || item === undefined) return now;
  const after = change(was, item);
  return json(after) === json(item) ? now : now.map((other) => (other === item ? after : other));
}

function inWorkspace(
  start: Layout,
  layout: Layout,
  id: string,
  change: (was: Workspace, now: Workspace) => Workspace,
): Layout {
  const at = (list: Workspace[]) => list.findIndex((w) => idOf(w) === id);
  const workspaces = put(start.workspaces, layout.workspaces, at, change);
  return workspaces === layout.workspaces ? layout : { ...layout, workspaces };
}

/** A set may have been renamed since, so it is found by its place. */
function inSet(
  start: Layout,
  layout: Layout,
  name: string,
  change: (
    was: Layout['variable_sets'][number],
    now: Layout['variable_sets'][number],
  ) => Layout['variable_sets'][number],
): Layout {
  const place = start.variable_sets.findIndex((s) => s.name === name);
  const variable_sets = put(start.variable_sets, layout.variable_sets, () => place, change);
  return variable_sets === layout.variable_sets ? layout : { ...layout, variable_sets };
}

function inTeam(
  start: Layout,
  layout: Layout,
  name: string,
  change: (was: Layout['teams'][number], now: Layout['teams'][number]) => Layout['teams'][number],
): Layout {
  const at = (list: Layout['teams']) => list.findIndex((t) => t.name === name);
  const teams = put(start.teams, layout.teams, at, change);
  return teams === layout.teams ? layout : { ...layout, teams };
}
