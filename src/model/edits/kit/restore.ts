import type { Layout, Team, VariableSet, Workspace } from '../../layout/layout.ts';
import { idOf } from '../../layout/vocabulary.ts';

/*
 * Functions for `revert`, each of which puts one part of a layout back as it was at the start. If that part has not
 * changed, they give back the very same layout.
 */

const json = (value: unknown): string => JSON.stringify(value);

/**
 * A list with one item as it was at the start, in the order of the start; others keep their values.
 * @param keyOf names an item by something that edits of it don't change
 */
export function memberAsBefore<T>(was: T[], now: T[], key: string, keyOf: (item: T) => string): T[] {
  const mine = (item: T) => keyOf(item) === key;
  if (json(was.filter(mine)) === json(now.filter(mine))) return now;
  const order = was.map(keyOf);
  const rank = (item: T): number => {
    const at = order.indexOf(keyOf(item));
    return at < 0 ? order.length : at;
  };
  return [...now.filter((item) => !mine(item)), ...was.filter(mine)].sort((a, b) => rank(a) - rank(b));
}

/** For lists of names, in which each item is its own key. */
export const itself = (id: string): string => id;

/** Puts back one item of a list, found by a test in both; the very same list where nothing changes. */
function put<T>(start: T[], now: T[], at: (list: T[]) => number, change: (was: T, now: T) => T): T[] {
  const [was, item] = [start[at(start)], now[at(now)]];
  if (was === undefined || item === undefined) return now;
  const after = change(was, item);
  return json(after) === json(item) ? now : now.map((other) => (other === item ? after : other));
}

export function workspaceAsBefore(
  start: Layout,
  layout: Layout,
  id: string,
  change: (was: Workspace, now: Workspace) => Workspace,
): Layout {
  const at = (list: Workspace[]) => list.findIndex((w) => idOf(w) === id);
  const workspaces = put(start.workspaces, layout.workspaces, at, change);
  return workspaces === layout.workspaces ? layout : { ...layout, workspaces };
}

/** The set is found by its place in the list, since it may have been renamed. */
export function setAsBefore(
  start: Layout,
  layout: Layout,
  name: string,
  change: (was: VariableSet, now: VariableSet) => VariableSet,
): Layout {
  const place = start.variable_sets.findIndex((s) => s.name === name);
  const variable_sets = put(start.variable_sets, layout.variable_sets, () => place, change);
  return variable_sets === layout.variable_sets ? layout : { ...layout, variable_sets };
}

export function teamAsBefore(
  start: Layout,
  layout: Layout,
  name: string,
  change: (was: Team, now: Team) => Team,
): Layout {
  const at = (list: Team[]) => list.findIndex((t) => t.name === name);
  const teams = put(start.teams, layout.teams, at, change);
  return teams === layout.teams ? layout : { ...layout, teams };
}

/** The policy of this name at the start, or `otherwise` if there was none. */
export const policyAsBefore = (was: Workspace, name: string, otherwise: Workspace['policies'][number]) =>
  was.policies.find((p) => p.name === name) ?? otherwise;
