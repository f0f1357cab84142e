import { describe, expect, it } from 'vitest';
import { countEdits } from '#engine/levels/countEdits.ts';
import { applyEdit, applyEdits, EDIT_TYPES } from '#model/edits/index.ts';
import { editSchema } from '#model/level/editSchema.ts';
import type { Layout } from '#model/layout/layout.ts';
import { parseWith } from '#model/parse/schema.ts';
import { editBoard, editExamples, readEdit } from '../../support/editExamples.ts';
import { layout, type Plain } from '../../support/shorthand.ts';

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

const [A, B, C] = ['acme/a', 'acme/b', 'acme/c'];
const workspace = (of: Layout, name: string) => of.workspaces.find((w) => w.name === name);

const examples = editExamples.map((example) => [JSON.stringify(example.edit), example] as const);

describe('edits', () => {
  it.each(examples)('%s changes what it names', (_, { edit, shows, is }) => {
    expect(shows(applyEdit(editBoard, edit))).toEqual(is);
  });

  it.each(examples)('%s leaves the layout it was given alone', (_, { edit }) => {
    const before = JSON.stringify(editBoard);
    applyEdit(editBoard, edit);
    expect(JSON.stringify(editBoard)).toBe(before);
  });

  it.each(examples)('%s counts as one', (_, { edit }) => {
    expect(countEdits(editBoard, applyEdit(editBoard, edit))).toBe(1);
  });

  it.each(examples)('%s changes nothing the second time, and gives the very same layout', (_, { edit }) => {
    const once = applyEdit(editBoard, edit);
    expect(once).not.toBe(editBoard);
    expect(applyEdit(once, edit)).toBe(once);
  });

  it.each<[Plain, (after: Layout) => unknown, unknown]>([
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
      { type: 'grant_workspace', team: 'ops', workspace: A, access: null },
      (l) => l.teams[0]?.workspace_access,
      [],
    ],
    [
      { type: 'grant_custom', team: 'ops', workspace: A, permissions: { runs: 'apply' } },
      (l) => l.teams[0]?.workspace_access.map((g) => g.permissions?.runs ?? g.access),
      ['apply'],
    ],
  ])('%j changes all that it is about, as one change', (given, look, expected) => {
    const after = applyEdit(board, readEdit(given));
    expect(look(after)).toEqual(expected);
    expect(countEdits(board, after)).toBe(1);
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
    expect(applyEdit(board, readEdit(given))).toBe(board);
  });

  it('keep hcl of a variable whose value they change', () => {
    const hcl = layout('a', { a: { variables: [{ key: 'size', value: '1', hcl: true }] } });
    const after = applyEdit(hcl, readEdit({ type: 'set_variable', workspace: A, key: 'size', value: '2' }));
    expect(workspace(after, 'a')?.variables).toEqual([
      { key: 'size', value: '2', category: 'terraform', sensitive: false, hcl: true },
    ]);
  });

  it('are made in their order', () => {
    const there = readEdit({ type: 'create_run_trigger', sourceable: B, workspace: C });
    const away = readEdit({ type: 'delete_run_trigger', sourceable: B, workspace: C });
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
