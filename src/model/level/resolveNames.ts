import { type Layout, settableFields } from '../layout/layout.ts';
import { nearest } from '../parse/nearest.ts';
import { joinPath, quote } from '../parse/problem.ts';
import { checkTeam, namesOf, resolveWorkspace } from '../layout/names.ts';

type Report = (path: string, message: string) => void;

/** What edits and checks name besides workspaces and teams, by key: the noun for messages, and the names there are. */
const KEYS: Readonly<Record<string, { noun: string; of(layout: Layout): readonly string[] }>> = {
  set: { noun: 'variable set', of: (layout) => layout.variable_sets.map((set) => set.name) },
  project: { noun: 'project', of: (layout) => layout.projects.map((project) => project.name) },
  policy: { noun: 'policy', of: (layout) => layout.workspaces.flatMap((w) => w.policies.map((p) => p.name)) },
  field: { noun: 'workspace field', of: () => [...Object.keys(settableFields), 'locked'] },
};

/**
 * Edits or checks with every workspace written `organization/name`, and a problem for each name that the layout
 * does not have. Names that an earlier edit gave (`rename_set`) are not known here.
 */
export function resolveNames<T>(value: T, layout: Layout, path: string, report: Report): T;
export function resolveNames(value: unknown, layout: Layout, path: string, report: Report): unknown {
  const names = namesOf(layout);
  const workspace = (name: string, at: string) => resolveWorkspace(names, name, at, report) ?? name;
  const within = (inner: unknown, at: string): unknown => {
    if (Array.isArray(inner)) return inner.map((item, i) => within(item, joinPath(at, i)));
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, item]) => [key, member(key, item, joinPath(at, key))]),
    );
  };
  const member = (key: string, item: unknown, at: string): unknown => {
    if (key === 'remote_state_consumer_ids' && Array.isArray(item))
      return item.map((name, i) => workspace(String(name), joinPath(at, i)));
    if (typeof item !== 'string') return within(item, at);
    if (key === 'workspace' || key === 'sourceable') return workspace(item, at);
    if (key === 'team' || key === 'tfe_token_team') checkTeam(names, item, at, report);
    const kind = KEYS[key];
    if (kind === undefined) return item;
    const known = [...new Set(kind.of(layout))];
    if (!known.includes(item)) report(at, `no ${kind.noun} ${quote(item)}, ${suggestion(item, known)}`);
    return item;
  };
  return within(value, path);
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== null) return `did you mean ${near}?`;
  return known.length === 0 ? 'the layout has none' : `known are ${known.join(', ')}`;
}
