import { describe, expect, it } from 'vitest';
import { applyEdit } from '#model/edits/index.ts';
import { editSchema } from '#model/level/editSchema.ts';
import type { Layout } from '#model/layout/layout.ts';
import { parseWith } from '#model/parse/schema.ts';
import { layout } from '../../support/shorthand.ts';

const policy = { kind: 'sentinel', enforcement_level: 'advisory', passes: false };
const variable = { category: 'terraform', sensitive: false, hcl: false };

/** A board on which everything that an edit names has a neighbour. */
const board = layout(
  'a -> b; a -> c; d -> b; a shares b; a shares c; team ops: a=read, b=plan; team dev:',
  {
    a: {
      policies: [
        { ...policy, name: 'tags' },
        { ...policy, name: 'cost' },
      ],
      variables: [
        { key: 'size', value: '1' },
        { key: 'zone', value: 'x' },
      ],
    },
  },
  {
    projects: [{ name: 'core' }, { name: 'edge' }],
    variable_sets: [{ name: 'shared', workspaces: ['a', 'b'], projects: ['core', 'edge'] }],
  },
);

function edited(given: Record<string, unknown>, before: Layout = board): Layout {
  const parsed = parseWith(editSchema, given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return applyEdit(before, parsed.value);
}

const [A, B, C, D] = ['acme/a', 'acme/b', 'acme/c', 'acme/d'];
const edges = (l: Layout) => l.run_triggers.map((t) => `${t.sourceable.slice(5)}${t.workspace.slice(5)}`);
const first = (l: Layout) => l.workspaces.find((w) => w.name === 'a');
const grants = (l: Layout) =>
  l.teams[0]?.workspace_access.map((g) => `${g.workspace} ${g.access ?? 'custom'}`);

/** An edit, what to look at, and what must be there: the thing itself and its neighbours. */
const rows: [Record<string, unknown>, (l: Layout) => unknown, unknown][] = [
  [{ type: 'delete_run_trigger', sourceable: A, workspace: B }, edges, ['ac', 'db']],
  [{ type: 'create_run_trigger', sourceable: D, workspace: C }, edges, ['ab', 'ac', 'db', 'dc']],
  [{ type: 'unshare', sourceable: A, workspace: B }, (l) => first(l)?.remote_state_consumer_ids, [C]],
  [
    { type: 'grant_workspace', team: 'ops', workspace: A, access: 'admin' },
    grants,
    [`${A} admin`, `${B} plan`],
  ],
  [{ type: 'grant_workspace', team: 'ops', workspace: A, access: null }, grants, [`${B} plan`]],
  [
    { type: 'grant_custom', team: 'ops', workspace: A, permissions: { runs: 'apply' } },
    grants,
    [`${A} custom`, `${B} plan`],
  ],
  [{ type: 'detach_set', set: 'shared', workspace: A }, (l) => l.variable_sets[0]?.workspaces, [B]],
  [{ type: 'detach_set', set: 'shared', project: 'edge' }, (l) => l.variable_sets[0]?.projects, ['core']],
  [
    { type: 'detach_set', set: 'shared', workspace: A },
    (l) => l.variable_sets[0]?.projects,
    ['core', 'edge'],
  ],
  [
    { type: 'enforce_policy', policy: 'cost', enforcement_level: 'hard-mandatory' },
    (l) => first(l)?.policies.map((p) => p.enforcement_level),
    ['advisory', 'hard-mandatory'],
  ],
  [
    { type: 'satisfy_policy', policy: 'cost', workspace: A },
    (l) => first(l)?.policies.map((p) => p.passes),
    [false, true],
  ],
  [
    { type: 'set_variable', workspace: A, key: 'zone', value: 'y' },
    (l) => first(l)?.variables,
    [
      { ...variable, key: 'size', value: '1' },
      { ...variable, key: 'zone', value: 'y' },
    ],
  ],
  [
    { type: 'set_variable', workspace: A, key: 'new', value: 'y' },
    (l) => first(l)?.variables.at(-1),
    { ...variable, key: 'new', value: 'y' },
  ],
  [
    { type: 'set_variable', workspace: A, key: 'zone', value: 'x', sensitive: true },
    (l) => first(l)?.variables.map((v) => v.sensitive),
    [false, true],
  ],
  [
    { type: 'grant_project', team: 'ops', project: 'core', access: 'read' },
    (l) => l.teams[1]?.project_access,
    [],
  ],
];

describe('an edit leaves the neighbours of what it changes', () => {
  it.each(rows)('%j', (given, look, expected) => {
    expect(look(edited(given))).toEqual(expected);
  });
});

describe('custom permissions', () => {
  const custom = {
    type: 'grant_custom',
    team: 'ops',
    workspace: A,
    permissions: { runs: 'apply', variables: 'read' },
  };
  const granted = edited(custom);
  const permissions = (l: Layout) => l.teams[0]?.workspace_access.find((g) => g.workspace === A)?.permissions;

  it('are taken away with the grant', () => {
    expect(
      grants(edited({ type: 'grant_workspace', team: 'ops', workspace: A, access: null }, granted)),
    ).toEqual([`${B} plan`]);
  });

  it('give way to a role', () => {
    const role = edited({ type: 'grant_workspace', team: 'ops', workspace: A, access: 'read' }, granted);
    expect(grants(role)).toEqual([`${A} read`, `${B} plan`]);
  });

  it('change where one of several is another', () => {
    const other = edited({ ...custom, permissions: { runs: 'apply', variables: 'write' } }, granted);
    expect(permissions(other)).toMatchObject({ runs: 'apply', variables: 'write' });
  });

  it('are given in one workspace though they are those of another', () => {
    const both = edited({ ...custom, workspace: C }, granted);
    expect(grants(both)).toEqual([`${A} custom`, `${B} plan`, `${C} custom`]);
  });
});

describe('grants on projects', () => {
  const core = edited({ type: 'grant_project', team: 'ops', project: 'core', access: 'read' });
  const both = edited({ type: 'grant_project', team: 'ops', project: 'edge', access: 'read' }, core);
  const held = (l: Layout) => l.teams[0]?.project_access;

  it('are one for each project', () => {
    expect(held(both)).toEqual([
      { project: 'core', access: 'read' },
      { project: 'edge', access: 'read' },
    ]);
  });

  it('change one without the other', () => {
    expect(
      held(edited({ type: 'grant_project', team: 'ops', project: 'core', access: 'admin' }, both)),
    ).toEqual([
      { project: 'core', access: 'admin' },
      { project: 'edge', access: 'read' },
    ]);
  });

  it('are taken away', () => {
    expect(held(edited({ type: 'grant_project', team: 'ops', project: 'core', access: null }, both))).toEqual(
      [{ project: 'edge', access: 'read' }],
    );
  });
});

describe('a name that stays', () => {
  it('is no edit', () => {
    expect(edited({ type: 'rename_set', set: 'shared', name: 'shared' })).toBe(board);
  });
});
