import { idOf, type Layout } from '#model/layout.ts';

/**
 * How many edits separate two layouts: what par counts. Each trigger made or removed, each workspace more or
 * less that a source shares with, each member, variable and grant is one, and so is each other field.
 */
export function countEdits(before: Layout, after: Layout): number {
  let count = between(before.run_triggers.map(json), after.run_triggers.map(json));
  const old = new Map(before.workspaces.map((w) => [idOf(w), w]));
  for (const workspace of after.workspaces) {
    const was = old.get(idOf(workspace));
    old.delete(idOf(workspace));
    if (was === undefined) count++;
    else count += fields(was, workspace, ['remote_state_consumer_ids', 'variables']);
  }
  count += old.size;
  count += byName(before.variable_sets, after.variable_sets, ['workspaces', 'projects', 'variables']);
  count += byName(before.teams, after.teams, ['workspace_access', 'project_access']);
  return count;
}

const json = (value: unknown): string => JSON.stringify(value);

/** Items that stand in one list only; one that only changed its content counts once, not twice. */
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
