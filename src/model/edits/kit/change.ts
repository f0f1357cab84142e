import type { Layout, Policy, Team, VariableSet, Workspace } from '../../layout/layout.ts';
import { idOf } from '../../layout/vocabulary.ts';

/*
 * Functions for `apply`, each of which changes one part of a layout. Where nothing changes, they give back the very object
 * that they were given, all the way up to the layout.
 */

/** Whether the object has these values already. */
export function same(object: object, values: object): boolean {
  return Object.entries(values).every(
    ([key, value]) => JSON.stringify(Reflect.get(object, key)) === JSON.stringify(value),
  );
}

function replace<T>(items: T[], matches: (item: T) => boolean, change: (item: T) => T): T[] {
  let changed = false;
  const next = items.map((item) => {
    if (!matches(item)) return item;
    const after = change(item);
    if (after !== item) changed = true;
    return after;
  });
  return changed ? next : items;
}

/** The list with `put` in the place of the first match, or at the end if there is none. Other matches are removed. */
export function inPlace<T>(items: readonly T[], matches: (item: T) => boolean, put: readonly T[]): T[] {
  const at = items.findIndex(matches);
  if (at < 0) return [...items, ...put];
  return [...items.slice(0, at), ...put, ...items.slice(at + 1).filter((item) => !matches(item))];
}

export function inWorkspace(layout: Layout, id: string, change: (w: Workspace) => Workspace): Layout {
  const workspaces = replace(layout.workspaces, (w) => idOf(w) === id, change);
  return workspaces === layout.workspaces ? layout : { ...layout, workspaces };
}

export function inEveryWorkspace(layout: Layout, change: (w: Workspace) => Workspace): Layout {
  const workspaces = replace(layout.workspaces, () => true, change);
  return workspaces === layout.workspaces ? layout : { ...layout, workspaces };
}

export function inSet(layout: Layout, name: string, change: (s: VariableSet) => VariableSet): Layout {
  const variable_sets = replace(layout.variable_sets, (s) => s.name === name, change);
  return variable_sets === layout.variable_sets ? layout : { ...layout, variable_sets };
}

export function inTeam(layout: Layout, name: string, change: (t: Team) => Team): Layout {
  const teams = replace(layout.teams, (t) => t.name === name, change);
  return teams === layout.teams ? layout : { ...layout, teams };
}

/** The workspace with its policies of this name changed. */
export function inPolicy(workspace: Workspace, name: string, change: (policy: Policy) => Policy): Workspace {
  const policies = replace(workspace.policies, (p) => p.name === name, change);
  return policies === workspace.policies ? workspace : { ...workspace, policies };
}

/** The list with or without an item; an item that is not given changes nothing. */
export function withMember(list: string[], item: string | undefined, on: boolean): string[] {
  if (item === undefined || list.includes(item) === on) return list;
  return on ? [...list, item] : list.filter((other) => other !== item);
}
