import { describe, expect, it } from 'vitest';
import { effectiveVariables, hasVariable } from '#engine/query/effectiveVariables.ts';
import { parseLayout } from '#model/layout/layout.ts';
import { type Plain, plainLayout } from '../support/shorthand.ts';

const region = (value: string, more: Plain = {}) => ({ key: 'region', value, ...more });

function shop(sets: Plain[], app: Plain = {}) {
  const parsed = parseLayout(
    plainLayout(
      'app-prod, other',
      { 'app-prod': { project: 'shop', ...app } },
      { projects: [{ name: 'shop' }, { name: 'lab' }], variable_sets: sets },
    ),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function variables(sets: Plain[], app: Plain = {}) {
  const layout = shop(sets, app);
  const [workspace] = layout.workspaces;
  if (workspace === undefined) throw new Error('no workspace');
  return effectiveVariables(layout, workspace);
}

const owned = { project: 'shop' };
const onWorkspace = { workspaces: ['app-prod'] };
const onProject = { projects: ['shop'] };
const priority = { priority: true };

/** Every place that a value can come from, strongest first; names run the other way, so that they decide nothing. */
const places: [string, Plain | null][] = [
  ['k', { ...priority, global: true }],
  ['j', { ...priority, ...onProject }],
  ['i', { ...priority, ...onWorkspace }],
  ['h', { ...priority, ...owned, ...onProject }],
  ['g', { ...priority, ...owned, ...onWorkspace }],
  ['workspace', null],
  ['e', { ...owned, ...onWorkspace }],
  ['d', { ...owned, ...onProject }],
  ['c', { ...onWorkspace }],
  ['b', { ...onProject }],
  ['a', { global: true }],
];
const fromOf = (name: string) => (name === 'workspace' ? name : `variable_set:${name}`);

describe('which variable wins (VS-30)', () => {
  it.each(
    places.flatMap(([strong, first], i) =>
      places.slice(i + 1).flatMap(([weak, second]) =>
        // Two global sets with one key are a problem of the layout.
        first?.['global'] === true && second?.['global'] === true ? [] : [{ strong, weak, first, second }],
      ),
    ),
  )('$strong beats $weak', ({ strong, weak, first, second }) => {
    const sets = [
      [weak, second],
      [strong, first],
    ].flatMap(([name, set]) =>
      set === null || typeof set !== 'object' ? [] : [{ name, ...set, variables: [region(String(name))] }],
    );
    const own = first === null || second === null ? { variables: [region('workspace')] } : {};
    expect(variables(sets, own)).toEqual([
      {
        key: 'region',
        category: 'terraform',
        value: strong,
        sensitive: false,
        from: fromOf(strong),
        overrides: [fromOf(weak)],
      },
    ]);
  });

  it.each([places.slice(1), places.slice(0, -1)])(
    'lists everything that was overridden, strongest first',
    (...chain) => {
      const sets = chain.flatMap(([name, set]) =>
        set === null ? [] : [{ name, ...set, variables: [region(name)] }],
      );
      const [row] = variables(sets.reverse(), { variables: [region('workspace')] });
      expect([row?.from, ...(row?.overrides ?? [])]).toEqual(chain.map(([name]) => fromOf(name)));
    },
  );

  it('takes the smaller name among equals, by code point', () => {
    const set = (name: string) => ({ name, ...onProject, variables: [region(name)] });
    const [row] = variables(['b', '\u{1F600}', 'ﬀ', 'a', 'B'].map(set));
    expect([row?.from, ...(row?.overrides ?? [])]).toEqual(
      ['B', 'a', 'b', 'ﬀ', '\u{1F600}'].map((name) => `variable_set:${name}`),
    );
  });

  it('counts a set that lists both the workspace and its project as scoped to the workspace', () => {
    const both = { name: 'z', ...onWorkspace, ...onProject, variables: [region('both')] };
    const narrow = { name: 'y', ...onWorkspace, variables: [region('narrow')] };
    const broad = { name: 'a', ...onProject, variables: [region('broad')] };
    expect(variables([both, narrow, broad])[0]?.overrides).toEqual(['variable_set:z', 'variable_set:a']);
    expect(
      variables([
        { ...both, ...priority },
        { ...broad, ...priority },
      ])[0]?.from,
    ).toBe('variable_set:a');
  });

  it('follows the worked order (VS-33), and a priority global set wins all three keys', () => {
    const set = (name: string, scope: Plain, values: Record<string, string>) => ({
      name,
      ...scope,
      variables: Object.entries(values).map(([key, value]) => ({ key, value })),
    });
    const sets = (ofAll: Plain) => [
      set('global', { global: true, ...ofAll }, { region: 'eu-1', size: 's', owner: 'ops' }),
      set('org-project', onProject, { region: 'eu-2', size: 'm' }),
      set('org-workspace', onWorkspace, { size: 'l' }),
      set('own-project', { ...owned, ...onProject }, { size: 'xl' }),
      set('strong', { ...priority, ...onProject }, { owner: 'platform' }),
    ];
    const app = { variables: [region('eu-3')] };
    const table = (ofAll: Plain) =>
      variables(sets(ofAll), app).map((v) => [v.key, v.value, v.from, ...v.overrides].join(' '));
    expect(table({})).toEqual([
      'owner platform variable_set:strong variable_set:global',
      'region eu-3 workspace variable_set:org-project variable_set:global',
      'size xl variable_set:own-project variable_set:org-workspace variable_set:org-project variable_set:global',
    ]);
    expect(table(priority).map((row) => row.split(' ').slice(0, 3))).toEqual([
      ['owner', 'ops', 'variable_set:global'],
      ['region', 'eu-1', 'variable_set:global'],
      ['size', 's', 'variable_set:global'],
    ]);
  });
});

describe('the table of variables', () => {
  it('is sorted by category, then by key, by code point', () => {
    const rows = variables([], {
      variables: [
        { key: 'b' },
        { key: 'a' },
        { key: 'B' },
        { key: 'Z', category: 'env' },
        { key: 'a', category: 'env' },
      ],
    });
    expect(rows.map((v) => `${v.category} ${v.key}`)).toEqual([
      'env Z',
      'env a',
      'terraform B',
      'terraform a',
      'terraform b',
    ]);
  });

  it('keeps categories apart: a key in both is two variables', () => {
    const set = {
      name: 'shared',
      global: true,
      ...priority,
      variables: [region('set', { category: 'env' })],
    };
    expect(
      variables([set], { variables: [region('own')] }).map((v) => [v.category, v.value, v.overrides]),
    ).toEqual([
      ['env', 'set', []],
      ['terraform', 'own', []],
    ]);
  });

  it('prints a sensitive value as null, and goes by the variable that won', () => {
    const set = { name: 'shared', global: true, variables: [region('secret', { sensitive: true })] };
    expect(variables([set])[0]).toMatchObject({ value: null, sensitive: true });
    expect(variables([set], { variables: [region('own')] })[0]).toMatchObject({
      value: 'own',
      sensitive: false,
    });
    expect(variables([{ ...set, ...priority }], { variables: [region('own')] })[0]).toMatchObject({
      value: null,
    });
  });

  it('has nothing for a local workspace', () => {
    const set = { name: 'shared', global: true, variables: [region('set')] };
    expect(variables([set], { execution_mode: 'local', variables: [region('own')] })).toEqual([]);
  });

  it('leaves out sets that do not reach the workspace', () => {
    const elsewhere = [
      { name: 'other', workspaces: ['other'] },
      { name: 'lab', projects: ['lab'] },
      { name: 'nowhere' },
      { name: 'owned', project: 'shop' },
    ];
    expect(variables(elsewhere.map((set) => ({ ...set, variables: [region(set.name)] })))).toEqual([]);
  });

  it('leaves out the sets of another organization, global ones included', () => {
    const layout = parseLayout(
      plainLayout(
        'app, zeta/app',
        {},
        {
          organizations: [{ name: 'acme' }, { name: 'zeta' }],
          variable_sets: [{ name: 'shared', organization: 'zeta', global: true, variables: [region('z')] }],
        },
      ),
    );
    if (!layout.ok) throw new Error(JSON.stringify(layout.problems));
    expect(layout.value.workspaces.map((w) => effectiveVariables(layout.value, w).length)).toEqual([0, 1]);
  });
});

describe('hasVariable', () => {
  const wanted = { key: 'region', category: 'terraform' };
  const rows: [string, Plain[], Plain][] = [
    ['of the workspace', [], { variables: [region('x')] }],
    ['of a set that reaches it', [{ name: 's', ...onProject, variables: [region('x')] }], {}],
    ['in the other category only', [], { variables: [region('x', { category: 'env' })] }],
    ['of a set that does not reach it', [{ name: 's', projects: ['lab'], variables: [region('x')] }], {}],
    ['in a local workspace', [], { variables: [region('x')], execution_mode: 'local' }],
  ];
  it.each(rows)('agrees with the table: %s', (_what, sets, app) => {
    const layout = shop(sets, app);
    for (const workspace of layout.workspaces) {
      const table = effectiveVariables(layout, workspace);
      expect(hasVariable(layout, workspace, wanted)).toBe(
        table.some((v) => v.key === wanted.key && v.category === wanted.category),
      );
    }
  });
});
