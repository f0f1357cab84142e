import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowed } from '#engine/query/access.ts';
import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import { idOf, type Layout, parseLayout, type Workspace } from '#model/layout/layout.ts';
import { PERMISSIONS } from '#model/layout/permission.ts';
import { cases, parsed, rawScenario } from '../arbitraries/scenario.ts';
import { can } from './access.ts';

const points = (text: string) => [...text].map((c) => c.codePointAt(0) ?? 0);
function byCodePoint(a: string, b: string): number {
  const [x, y] = [points(a), points(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? -1) - (y[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The list of the contract, strongest first; each asks whether a set stands there for a workspace. */
type VariableSet = Layout['variable_sets'][number];
function scopeOf(s: VariableSet, w: Workspace): 'global' | 'project' | 'workspace' | null {
  if (s.organization !== w.organization) return null;
  if (s.global) return 'global';
  if (s.workspaces.includes(idOf(w))) return 'workspace';
  return w.project !== null && s.projects.includes(w.project) ? 'project' : null;
}
const ORDER = [
  'priority organization global',
  'priority organization project',
  'priority organization workspace',
  'priority project project',
  'priority project workspace',
  'own',
  'plain project workspace',
  'plain project project',
  'plain organization workspace',
  'plain organization project',
  'plain organization global',
];

function variablesOf(layout: Layout, w: Workspace) {
  if (w.execution_mode === 'local') return [];
  const found = w.variables.map((v) => ({ ...v, place: 'own', set: '', from: 'workspace' }));
  for (const s of layout.variable_sets) {
    const scope = scopeOf(s, w);
    if (scope === null) continue;
    const place = `${s.priority ? 'priority' : 'plain'} ${s.project === null ? 'organization' : 'project'} ${scope}`;
    found.push(...s.variables.map((v) => ({ ...v, place, set: s.name, from: `variable_set:${s.name}` })));
  }
  found.sort(
    (a, b) =>
      byCodePoint(a.category, b.category) ||
      byCodePoint(a.key, b.key) ||
      ORDER.indexOf(a.place) - ORDER.indexOf(b.place) ||
      byCodePoint(a.set, b.set),
  );
  const rows: object[] = [];
  for (let i = 0; i < found.length; ) {
    const first = found[i];
    if (first === undefined) break;
    const same = found.filter((v) => v.category === first.category && v.key === first.key);
    rows.push({
      key: first.key,
      category: first.category,
      value: first.sensitive ? null : first.value,
      sensitive: first.sensitive,
      from: first.from,
      overrides: same.slice(1).map((v) => v.from),
    });
    i += same.length;
  }
  return rows;
}

const variables = fc.uniqueArray(
  fc.record({
    // U+FF5E stands before U+1F600 by code point and after it by UTF-16 unit.
    key: fc.constantFrom('k', 'K', 'k2', '\uFF5E', '\u{1F600}'),
    category: fc.constantFrom('terraform', 'env'),
    value: fc.constantFrom('1', '2', ''),
    sensitive: fc.boolean(),
  }),
  { maxLength: 4, selector: (v) => `${v.category} ${v.key}` },
);
const set = fc.record({
  name: fc.constantFrom('a', 'b', 'B', 'aa', '\uFF5E', '\u{1F600}', 'z'),
  project: fc.constantFrom(null, null, 'p', 'q'),
  global: fc.boolean(),
  priority: fc.boolean(),
  workspaces: fc.subarray(['w', 'x', 'y']),
  projects: fc.subarray(['p', 'q']),
  variables,
});
const WHERE: Record<string, string | undefined> = { w: 'p', x: 'q' };
const layouts = fc
  .record({
    own: fc.array(variables, { minLength: 3, maxLength: 3 }),
    sets: fc.uniqueArray(set, { maxLength: 7, size: 'max', selector: (s) => s.name }),
    local: fc.boolean(),
  })
  .map(({ own, sets, local }) => {
    const taken = new Set<string>();
    return {
      version: 1,
      organizations: [{ name: 'acme' }],
      projects: [{ name: 'p' }, { name: 'q' }],
      workspaces: ['w', 'x', 'y'].map((name, i) => ({
        name,
        ...(WHERE[name] ? { project: WHERE[name] } : {}),
        variables: own[i],
        execution_mode: local && name === 'y' ? 'local' : 'remote',
      })),
      variable_sets: sets.map((s) => {
        if (s.project !== null) {
          return {
            ...s,
            global: false,
            workspaces: s.workspaces.filter((name) => WHERE[name] === s.project),
            projects: s.projects.filter((p) => p === s.project),
          };
        }
        if (!s.global) return s;
        const free = s.variables.filter((v) => !taken.has(`${v.category} ${v.key}`));
        for (const v of free) taken.add(`${v.category} ${v.key}`);
        return { ...s, variables: free, workspaces: [], projects: [] };
      }),
    };
  });

describe('the tables of the contract, written a second time', () => {
  it('agree about which variable wins, and what it beats', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(layouts, (raw) => {
        const layout = parseLayout(raw);
        if (!layout.ok) throw new Error(JSON.stringify(layout.problems));
        for (const w of layout.value.workspaces)
          expect(effectiveVariables(layout.value, w)).toEqual(variablesOf(layout.value, w));
      }),
      cases(500),
    );
  });

  it('agree about who may do what', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(rawScenario, (raw) => {
        const { layout } = parsed(raw);
        for (const w of layout.workspaces) {
          for (const team of ['owners', 'nobody', ...layout.teams.map((t) => t.name)]) {
            const expected = Object.fromEntries(PERMISSIONS.map((p) => [p, can(layout, team, w, p)]));
            expect(allowed(layout, team, idOf(w))).toEqual(expected);
          }
        }
      }),
      cases(500),
    );
  });
});
