import { describe, expect, it } from 'vitest';
import { countEdits } from '#engine/levels/countEdits.ts';
import { applyEdit, applyEdits, type Edit, EDIT_TYPES } from '#model/edits/index.ts';
import { editSchema } from '#model/level/editSchema.ts';
import type { Layout } from '#model/layout/layout.ts';
import { parseWith } from '#model/parse/schema.ts';
import { layout } from '../support/shorthand.ts';

const tags = { name: 'tags', kind: 'sentinel', enforcement_level: 'hard-mandatory', passes: false };
const cost = { name: 'cost', kind: 'opa', enforcement_level: 'mandatory', passes: true };

const board = layout(
  'a -> b; c; c: locked; a shares c; team ops: a=read',
  {
    a: { project: 'core', policies: [tags, cost], variables: [{ key: 'size', value: 'small' }] },
    b: { policies: [tags] },
  },
  {
    projects: [{ name: 'core' }],
    variable_sets: [{ name: 'sizes', workspaces: ['b'], variables: [{ key: 'size', value: 'huge' }] }],
  },
);

/** An edit as a level writes it, with every workspace by its full name. */
function edit(given: Record<string, unknown>): Edit {
  const parsed = parseWith(editSchema, given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const [A, B, C] = ['acme/a', 'acme/b', 'acme/c'];
const workspace = (of: Layout, name: string) => of.workspaces.find((w) => w.name === name);

/** One edit of every type that changes the board: what must be true of the board then, and the edit that undoes it. */
const ROWS: [Record<string, unknown>, (after: Layout) => unknown, unknown][] = [
  [{ type: 'create_run_trigger', sourceable: B, workspace: C }, (l) => l.run_triggers.length, 2],
  [{ type: 'delete_run_trigger', sourceable: A, workspace: B }, (l) => l.run_triggers, []],
  [{ type: 'set', workspace: A, settings: { auto_apply: true } }, (l) => workspace(l, 'a')?.auto_apply, true],
  [
    { type: 'share', sourceable: A, workspace: B },
    (l) => workspace(l, 'a')?.remote_state_consumer_ids,
    [C, B],
  ],
  [{ type: 'unshare', sourceable: A, workspace: C }, (l) => workspace(l, 'a')?.remote_state_consumer_ids, []],
  [{ type: 'lock', workspace: A }, (l) => workspace(l, 'a')?.locked, true],
  [{ type: 'unlock', workspace: C }, (l) => workspace(l, 'c')?.locked, false],
  [{ type: 'attach_set', set: 'sizes', workspace: A }, (l) => l.variable_sets[0]?.workspaces, [B, A]],
  [{ type: 'attach_set', set: 'sizes', project: 'core' }, (l) => l.variable_sets[0]?.projects, ['core']],
  [{ type: 'detach_set', set: 'sizes', workspace: B }, (l) => l.variable_sets[0]?.workspaces, []],
  [
    { type: 'set_variable', workspace: A, key: 'size', value: 'huge' },
    (l) => workspace(l, 'a')?.variables,
    [{ key: 'size', value: 'huge', category: 'terraform', sensitive: false, hcl: false }],
  ],
  [
    { type: 'set_variable', workspace: A, key: 'size', value: 'small', category: 'env' },
    (l) => workspace(l, 'a')?.variables.map((v) => v.category),
    ['terraform', 'env'],
  ],
  [
    { type: 'set_variable', set: 'sizes', key: 'size', value: 'tiny' },
    (l) => l.variable_sets[0]?.variables[0]?.value,
    'tiny',
  ],
  [{ type: 'set_priority', set: 'sizes', priority: true }, (l) => l.variable_sets[0]?.priority, true],
  [{ type: 'rename_set', set: 'sizes', name: 'a-sizes' }, (l) => l.variable_sets[0]?.name, 'a-sizes'],
  [
    { type: 'exclude_policy', policy: 'tags', workspace: A },
    (l) => l.workspaces.map((w) => w.policies.map((p) => p.name)),
    [['cost'], ['tags'], []],
  ],
  [
    { type: 'enforce_policy', policy: 'tags', enforcement_level: 'advisory' },
    (l) => l.workspaces.map((w) => w.policies.map((p) => p.enforcement_level)),
    [['advisory', 'mandatory'], ['advisory'], []],
  ],
  [
    { type: 'enforce_policy', policy: 'cost', enforcement_level: 'advisory' },
    (l) => workspace(l, 'a')?.policies.map((p) => p.enforcement_level),
    ['hard-mandatory', 'advisory'],
  ],
  [
    { type: 'satisfy_policy', policy: 'tags', workspace: A },
    (l) => l.workspaces.map((w) => w.policies.map((p) => p.passes)),
    [[true, true], [false], []],
  ],
  [
    { type: 'grant_workspace', team: 'ops', workspace: A, access: 'admin' },
    (l) => l.teams[0]?.workspace_access,
    [{ workspace: A, access: 'admin' }],
  ],
  [
    { type: 'grant_workspace', team: 'ops', workspace: A, access: null },
    (l) => l.teams[0]?.workspace_access,
    [],
  ],
  [
    { type: 'grant_custom', team: 'ops', workspace: A, permissions: { runs: 'apply' } },
    (l) => l.teams[0]?.workspace_access[0]?.permissions?.runs,
    'apply',
  ],
  [
    { type: 'grant_project', team: 'ops', project: 'core', access: 'maintain' },
    (l) => l.teams[0]?.project_access,
    [{ project: 'core', access: 'maintain' }],
  ],
];

describe('edits', () => {
  it('are all tried', () => {
    expect(new Set(ROWS.map(([given]) => given['type']))).toEqual(new Set(EDIT_TYPES));
  });

  it.each(ROWS)('%j changes what it names', (given, look, expected) => {
    expect(look(applyEdit(board, edit(given)))).toEqual(expected);
  });

  it.each(ROWS)('%j leaves the layout it was given alone', (given) => {
    const before = JSON.stringify(board);
    applyEdit(board, edit(given));
    expect(JSON.stringify(board)).toBe(before);
  });

  it.each(ROWS)('%j counts as one', (given) => {
    expect(countEdits(board, applyEdit(board, edit(given)))).toBe(1);
  });

  it.each(ROWS)('%j changes nothing the second time, and says so by giving the very same layout', (given) => {
    const once = applyEdit(board, edit(given));
    expect(once).not.toBe(board);
    expect(applyEdit(once, edit(given))).toBe(once);
  });

  it.each([
    { type: 'create_run_trigger', sourceable: A, workspace: B },
    { type: 'delete_run_trigger', sourceable: B, workspace: A },
    { type: 'set', workspace: A, settings: { auto_apply: false } },
    { type: 'set', workspace: A, settings: { variables: [{ key: 'size', value: 'small' }] } },
    { type: 'set', workspace: 'acme/nobody', settings: { auto_apply: true } },
    { type: 'unshare', sourceable: A, workspace: B },
    { type: 'lock', workspace: C },
    { type: 'attach_set', set: 'sizes', workspace: B },
    { type: 'detach_set', set: 'sizes', project: 'core' },
    { type: 'attach_set', set: 'nobody', workspace: A },
    { type: 'set_variable', workspace: A, key: 'size', value: 'small' },
    { type: 'set_variable', key: 'size', value: 'small' },
    { type: 'exclude_policy', policy: 'tags', workspace: C },
    { type: 'enforce_policy', policy: 'tags', enforcement_level: 'mandatory' },
    { type: 'enforce_policy', policy: 'cost', enforcement_level: 'soft-mandatory' },
    { type: 'satisfy_policy', policy: 'cost', workspace: A },
    { type: 'grant_workspace', team: 'ops', workspace: A, access: 'read' },
    { type: 'grant_workspace', team: 'ops', workspace: B, access: null },
    { type: 'grant_project', team: 'ops', project: 'core', access: null },
    { type: 'grant_project', team: 'nobody', project: 'core', access: 'read' },
  ])('%j changes nothing', (given) => {
    expect(applyEdit(board, edit(given))).toBe(board);
  });

  it('keep hcl of a variable whose value they change', () => {
    const hcl = layout('a', { a: { variables: [{ key: 'size', value: '1', hcl: true }] } });
    const after = applyEdit(hcl, edit({ type: 'set_variable', workspace: A, key: 'size', value: '2' }));
    expect(workspace(after, 'a')?.variables).toEqual([
      { key: 'size', value: '2', category: 'terraform', sensitive: false, hcl: true },
    ]);
  });

  it('are made in their order', () => {
    const there = edit({ type: 'create_run_trigger', sourceable: B, workspace: C });
    const away = edit({ type: 'delete_run_trigger', sourceable: B, workspace: C });
    expect(applyEdits(board, [there, away]).run_triggers).toEqual(board.run_triggers);
    expect(applyEdits(board, [away, there]).run_triggers).toHaveLength(2);
  });

  it.each([
    [{ type: 'set', workspace: A, settings: {} }, 'must give exactly one field: one edit is one change'],
    [
      { type: 'set', workspace: A, settings: { auto_apply: true, plan: 'auto' } },
      'must give exactly one field: one edit is one change',
    ],
    [{ type: 'sett', workspace: A }, `must be one of ${EDIT_TYPES.join(', ')}, not "sett"`],
  ])('%j is refused', (given, message) => {
    const parsed = parseWith(editSchema, given);
    expect(parsed.ok ? [] : parsed.problems.map((p) => p.message)).toEqual([message]);
  });
});
