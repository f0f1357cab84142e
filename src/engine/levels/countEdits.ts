import type { Layout, Workspace } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';

/**
 * How many edits separate two layouts, which is what par counts. Each of these is one: a trigger made or removed, a
 * workspace more or less that a source shares with, a member, a variable, a grant, and any other field. A policy that got
 * another level counts once, however many workspaces it covers.
 */
export function countEdits(before: Layout, after: Layout): number {
  let count = between(before.run_triggers.map(json), after.run_triggers.map(json));
  const policies = new Set<string>();
  const old = new Map(before.workspaces.map((w) => [idOf(w), w]));
  for (const workspace of after.workspaces) {
    const was = old.get(idOf(workspace));
    old.delete(idOf(workspace));
    if (was === undefined) count++;
    else {
      const lists: (keyof Workspace)[] = ['remote_state_consumer_ids', 'variables'];
      count += fields({ ...was, policies: [] }, { ...workspace, policies: [] }, lists);
      for (const change of policyChanges(was, workspace)) policies.add(change);
    }
  }
  count += old.size + policies.size;
  count += byName(before.variable_sets, after.variable_sets, ['workspaces', 'projects', 'variables']);
  count += byName(before.teams, after.teams, ['workspace_access', 'project_access']);
  return count;
}

/** The changes to the policies of a workspace, each as a text. Equal texts are one edit. */
function policyChanges(before: Workspace, after: Workspace): string[] {
  const changes: string[] = [];
  for (const was of before.policies) {
    const now = after.policies.find((p) => p.name === was.name);
    if (now === undefined) changes.push(`${idOf(before)} without ${was.name}`);
    else if (
      json({ ...now, passes: 0, enforcement_level: 0 }) !== json({ ...was, passes: 0, enforcement_level: 0 })
    )
      changes.push(`${idOf(before)} ${was.name} is another`);
    else {
      if (now.passes !== was.passes) changes.push(`${idOf(before)} ${was.name} passes ${now.passes}`);
      if (now.enforcement_level !== was.enforcement_level)
        changes.push(`${was.name} at ${now.enforcement_level}`);
    }
  }
  const made = after.policies.filter((p) => !before.policies.some((was) => was.name === p.name));
  return [...changes, ...made.map((p) => `${idOf(before)} with ${p.name}`)];
}

const json = (value: unknown): string => JSON.stringify(value);

/** How many items are in only one of two lists. An item whose content changed counts once, not twice. */
function between(before: readonly string[], after: readonly string[]): number {
  return (
    before.filter((item) => !after.includes(item)).length +
    after.filter((item) => !before.includes(item)).length
  );
}

function byName<T extends { name: string }>(
  before: readonly T[],
  after: readonly T[],
  lists: readonly (keyof T)[],
): number {
  let count = 0;
  for (const [i, item] of after.entries()) {
    const was = before.find((other) => other.name === item.name) ?? before[i];
    count += was === undefined ? 1 : fields(was, item, lists);
  }
  return count + Math.max(0, before.length - after.length);
}

function fields<T extends object>(before: T, after: T, lists: readonly (keyof T)[]): number {
  let count = 0;
  for (const key in after) {
    const [was, now] = [before[key], after[key]];
    if (json(was) === json(now)) continue;
    if (lists.includes(key) && Array.isArray(was) && Array.isArray(now)) count += listEdits(was, now);
    else count++;
  }
  return count;
}

function listEdits(before: readonly unknown[], after: readonly unknown[]): number {
  const gone = before.filter((item) => !after.some((other) => json(other) === json(item))).length;
  const made = after.filter((item) => !before.some((other) => json(other) === json(item))).length;
  return Math.max(gone, made);
}
