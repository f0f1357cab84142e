import { type Layout, parseLayout } from '#model/layout/layout.ts';
import type { Parsed } from '#model/parse/problem.ts';
import { quote } from '#model/parse/problem.ts';
import { namesOf, resolveWorkspace } from '#model/layout/names.ts';
import { unknownKey } from '#model/parse/schema.ts';
import { loadData } from './load.ts';

/** Reads a layout, or a file that has one under `layout` (beside it, `actions` may be there). */
export function loadLayout(file: string): Parsed<Layout> {
  const data = loadData(file);
  if (!data.ok) return data;
  const { value } = data;
  if (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.hasOwn(value, 'layout')
  ) {
    const { layout } = value as { layout: unknown };
    const extra = Object.keys(value)
      .filter((key) => key !== 'layout' && key !== 'actions')
      .map((key) => ({ path: key, message: unknownKey(key, ['layout', 'actions']) }));
    const parsed = parseLayout(layout, 'layout');
    if (extra.length === 0) return parsed;
    return { ok: false, problems: [...extra, ...(parsed.ok ? [] : parsed.problems)] };
  }
  return parseLayout(value);
}

/** The workspace that `--workspace` names, as `organization/name`. */
export function namedWorkspace(layout: Layout, name: string | undefined): Parsed<string> {
  const path = '--workspace';
  if (name === undefined)
    return { ok: false, problems: [{ path, message: 'is missing, give the name of a workspace' }] };
  const problems: { path: string; message: string }[] = [];
  const id = resolveWorkspace(namesOf(layout), name, path, (at, message) =>
    problems.push({ path: at, message }),
  );
  return id === null ? { ok: false, problems } : { ok: true, value: id };
}

/** The team that `--team` names; `owners` is in every organization. */
export function namedTeam(layout: Layout, name: string | undefined): Parsed<string> {
  const path = '--team';
  const known = ['owners', ...new Set(layout.teams.map((team) => team.name))];
  if (name === undefined)
    return { ok: false, problems: [{ path, message: `is missing, give one of ${known.join(', ')}` }] };
  if (known.includes(name)) return { ok: true, value: name };
  return {
    ok: false,
    problems: [{ path, message: `no organization has a team ${quote(name)}, known are ${known.join(', ')}` }],
  };
}
