import type { Layout } from './layout.ts';
import { nearest } from '../parse/nearest.ts';
import { quote } from '../parse/problem.ts';

/** Reports one problem at a path. */
export type ReportProblem = (path: string, message: string) => void;

/** Names of a layout, as references look them up. */
export interface Names {
  organizations: ReadonlySet<string>;
  /** Bare name → full names. */
  bare: ReadonlyMap<string, readonly string[]>;
  /** `organization/name` of every workspace. */
  workspaces: ReadonlySet<string>;
  /** Team name → organizations that have it; `owners` exists in all of them. */
  teams: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The full name that a reference means, or null after reporting why it means no workspace. */
export function resolveWorkspace(
  names: Names,
  written: string,
  path: string,
  report: ReportProblem,
): string | null {
  if (written.includes('/')) {
    if (names.workspaces.has(written)) return written;
    report(path, `no workspace ${quote(written)}, ${suggestion(written, [...names.workspaces])}`);
    return null;
  }
  const found = names.bare.get(written) ?? [];
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  if (found.length > 1) {
    report(path, `workspace ${quote(written)} is ambiguous, write one of ${found.join(', ')}`);
    return null;
  }
  report(path, `no workspace ${quote(written)}, ${suggestion(written, [...names.bare.keys()])}`);
  return null;
}

/** Reports a team name that no organization has. */
export function checkTeam(names: Names, team: string, path: string, report: ReportProblem): void {
  if (team === 'owners' || names.teams.has(team)) return;
  report(
    path,
    `no organization has a team ${quote(team)}, ${suggestion(team, ['owners', ...names.teams.keys()])}`,
  );
}

/** The names of a layout that has been read, for what refers to it later (actions, goals, flags). */
export function namesOf(layout: Layout): Names {
  const bare = new Map<string, string[]>();
  const workspaces = new Set<string>();
  for (const w of layout.workspaces) {
    const id = `${w.organization}/${w.name}`;
    workspaces.add(id);
    const same = bare.get(w.name);
    if (same === undefined) bare.set(w.name, [id]);
    else same.push(id);
  }
  const teams = new Map<string, Set<string>>();
  for (const t of layout.teams) group(teams, t.name).add(t.organization);
  return { organizations: new Set(layout.organizations.map((o) => o.name)), bare, workspaces, teams };
}

/** The set under a key, made where there is none. */
export function group<K>(map: Map<K, Set<string>>, key: K): Set<string> {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = new Set<string>();
  map.set(key, made);
  return made;
}

/** What may have been meant instead of an unknown name. */
export function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'the layout has none';
  const near = nearest(name, known);
  if (near !== null) return `did you mean ${near}?`;
  return `known are ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', ...' : ''}`;
}
