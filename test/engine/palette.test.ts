import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '#model/edits/index.ts';
import { editSchema } from '#model/level/editSchema.ts';
import {
  type OfferedChange,
  foreignValue,
  offers,
  subjectsOf,
  withinPalette,
} from '#engine/levels/palette.ts';
import { parseActions } from '#model/scenario/action.ts';
import { parseWith } from '#model/parse/schema.ts';
import { type Plain, plainAction } from '../support/shorthand.ts';
import { levelOf } from './levelOf.ts';

function edit(given: Plain): Edit {
  const parsed = parseWith(editSchema, given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function action(given: string | Plain): OfferedChange {
  const parsed = parseActions([plainAction(given)], null);
  const [first] = parsed.ok ? parsed.value : [];
  if (first === undefined) throw new Error(JSON.stringify(parsed));
  return first;
}

const link = (sourceable: string, workspace: string) =>
  edit({ type: 'create_run_trigger', sourceable, workspace });
const unlink = (sourceable: string, workspace: string) =>
  edit({ type: 'delete_run_trigger', sourceable, workspace });
const put = (workspace: string, settings: Plain) => edit({ type: 'set', workspace, settings });
const variable = (more: Plain) => edit({ type: 'set_variable', key: 'size', value: '1', ...more });
const shared = (type: string, more: Plain) => edit({ type, set: 'shared', ...more });
const grant = (workspace: string, more: Plain = {}) =>
  edit({ type: 'grant_workspace', team: 'ops', workspace, access: 'read', ...more });

/** Changes that are about the same thing, whatever they do with it. */
const same: [string, OfferedChange, OfferedChange][] = [
  ['making and removing a trigger', link('a', 'b'), unlink('a', 'b')],
  ['two values of a field', put('a', { plan: 'auto' }), put('a', { plan: 'errors' })],
  [
    'sharing and not',
    edit({ type: 'share', sourceable: 'a', workspace: 'b' }),
    edit({ type: 'unshare', sourceable: 'a', workspace: 'b' }),
  ],
  ['locking and unlocking', edit({ type: 'lock', workspace: 'a' }), edit({ type: 'unlock', workspace: 'a' })],
  [
    'a lock that is made and one that is performed',
    edit({ type: 'lock', workspace: 'a' }),
    action('lock a at 5'),
  ],
  [
    'attaching and detaching',
    shared('attach_set', { workspace: 'a' }),
    shared('detach_set', { workspace: 'a' }),
  ],
  [
    'two values of a variable',
    variable({ workspace: 'a' }),
    variable({ workspace: 'a', value: '2', sensitive: true }),
  ],
  ['two priorities', shared('set_priority', { priority: true }), shared('set_priority', { priority: false })],
  ['two names', shared('rename_set', { name: 'x' }), shared('rename_set', { name: 'y' })],
  [
    'a role and custom permissions',
    grant('a'),
    edit({ type: 'grant_custom', team: 'ops', workspace: 'a', permissions: {} }),
  ],
  ['a start at two times', action('start a at 5'), action('start a')],
  ['two things that somebody does with a run', action('confirm a'), action('discard a at 9')],
];

/** Changes that are about different things. */
const different: [string, OfferedChange, OfferedChange][] = [
  ['a trigger and its reverse', link('a', 'b'), link('b', 'a')],
  ['two fields', put('a', { plan: 'auto' }), put('a', { apply: 'errors' })],
  ['a field of two workspaces', put('a', { plan: 'auto' }), put('b', { plan: 'auto' })],
  [
    'two readers',
    edit({ type: 'share', sourceable: 'a', workspace: 'b' }),
    edit({ type: 'share', sourceable: 'a', workspace: 'c' }),
  ],
  ['a trigger and a share', link('a', 'b'), edit({ type: 'share', sourceable: 'a', workspace: 'b' })],
  ['two locks', edit({ type: 'lock', workspace: 'a' }), edit({ type: 'lock', workspace: 'b' })],
  [
    'a workspace and a project',
    shared('attach_set', { workspace: 'a' }),
    shared('attach_set', { project: 'a' }),
  ],
  [
    'two sets',
    shared('attach_set', { workspace: 'a' }),
    shared('attach_set', { workspace: 'a', set: 'other' }),
  ],
  ['two keys', variable({ workspace: 'a' }), variable({ workspace: 'a', key: 'zone' })],
  ['two categories', variable({ workspace: 'a' }), variable({ workspace: 'a', category: 'env' })],
  ['a workspace and a set of one name', variable({ workspace: 'a' }), variable({ set: 'a' })],
  [
    'the priority and the name of a set',
    shared('set_priority', { priority: true }),
    shared('rename_set', { name: 'x' }),
  ],
  [
    'the priority of two sets',
    shared('set_priority', { priority: true }),
    shared('set_priority', { priority: true, set: 'other' }),
  ],
  [
    'the names of two sets',
    shared('rename_set', { name: 'x' }),
    shared('rename_set', { name: 'x', set: 'other' }),
  ],
  [
    'leaving a workspace out and mending it',
    edit({ type: 'exclude_policy', policy: 'tags', workspace: 'a' }),
    edit({ type: 'satisfy_policy', policy: 'tags', workspace: 'a' }),
  ],
  [
    'leaving two workspaces out',
    edit({ type: 'exclude_policy', policy: 'tags', workspace: 'a' }),
    edit({ type: 'exclude_policy', policy: 'tags', workspace: 'b' }),
  ],
  [
    'mending for two policies',
    edit({ type: 'satisfy_policy', policy: 'tags', workspace: 'a' }),
    edit({ type: 'satisfy_policy', policy: 'cost', workspace: 'a' }),
  ],
  [
    'the levels of two policies',
    edit({ type: 'enforce_policy', policy: 'tags', enforcement_level: 'advisory' }),
    edit({ type: 'enforce_policy', policy: 'cost', enforcement_level: 'advisory' }),
  ],
  ['two grants', grant('a'), grant('b')],
  ['the grants of two teams', grant('a'), grant('a', { team: 'dev' })],
  [
    'a workspace and a project of one name',
    grant('a'),
    edit({ type: 'grant_project', team: 'ops', project: 'a', access: 'read' }),
  ],
  [
    'two projects',
    edit({ type: 'grant_project', team: 'ops', project: 'a', access: 'read' }),
    edit({ type: 'grant_project', team: 'ops', project: 'b', access: 'read' }),
  ],
  ['two ways to start', action('start a'), action('start a vcs')],
  ['two modes', action('start a'), action('start a plan_only')],
  ['a start with and without -auto-approve', action('start a cli'), action('start a cli auto_approve')],
  ['starts of two workspaces', action('start a'), action('start b')],
  ['runs of two workspaces', action('confirm a'), action('confirm b')],
];

const about = (change: OfferedChange) => subjectsOf(change).join('; ');

describe('what a change is about', () => {
  it.each(same)('is the same: %s', (_, one, other) => {
    expect(about(one)).toBe(about(other));
    expect(about(one)).not.toBe('');
  });

  it.each(different)('is not the same: %s', (_, one, other) => {
    expect(about(one)).not.toBe(about(other));
  });

  it('is a thing of its own for each field that is set', () => {
    expect(
      subjectsOf(action({ type: 'set', workspace: 'a', settings: { plan: 'auto', apply: 'errors' } })),
    ).toEqual([...subjectsOf(put('a', { plan: 'auto' })), ...subjectsOf(put('a', { apply: 'errors' }))]);
  });

  it('is the workspace of a run that an action names, where it is known', () => {
    const workspaceOf = (run: string) => (run === 'run-1' ? 'a' : null);
    expect(subjectsOf(action('confirm run-1'), workspaceOf)).toEqual(subjectsOf(action('confirm a')));
    expect(subjectsOf(action('confirm run-2'), workspaceOf)).not.toEqual(subjectsOf(action('confirm a')));
    expect(subjectsOf(action('confirm run-1'))).not.toEqual(subjectsOf(action('confirm run-2')));
    expect(subjectsOf(action({ type: 'confirm', workspace: 'b', run: 'run-1' }), workspaceOf)).toEqual(
      subjectsOf(action('confirm b')),
    );
  });
});

describe('a palette', () => {
  it('offers what it has with another value, but not of another type nor about another thing', () => {
    const palette = [link('a', 'b'), put('a', { plan: 'auto' })];
    expect(offers(palette, link('a', 'b'))).toBe(true);
    expect(offers(palette, put('a', { plan: 'errors' }))).toBe(true);
    expect(offers(palette, unlink('a', 'b'))).toBe(false);
    expect(offers(palette, link('a', 'c'))).toBe(false);
    expect(offers([], link('a', 'b'))).toBe(false);
  });

  it('offers several fields at once only where it has each', () => {
    const both = action({ type: 'set', workspace: 'a', settings: { plan: 'auto', apply: 'errors' } });
    expect(offers([put('a', { plan: 'auto' })], both)).toBe(false);
    expect(offers([put('a', { plan: 'auto' }), put('a', { apply: 'errors' })], both)).toBe(true);
  });

  it('offers an action on a run for that of its workspace', () => {
    expect(offers([action('confirm a')], action('confirm run-1'), () => 'a')).toBe(true);
    expect(offers([action('confirm run-1')], action('confirm a'), () => 'a')).toBe(true);
    expect(offers([action('confirm a')], action('confirm run-1'), () => 'b')).toBe(false);
  });

  it('holds a layout that differs only in what it has edits for', () => {
    const level = levelOf();
    const [first] = level.palette.edits;
    if (first === undefined) throw new Error('no edit');
    expect(withinPalette(level, level.layout)).toBe(true);
    expect(withinPalette(level, applyEdits(level.layout, [first]))).toBe(true);
    expect(withinPalette(level, applyEdits(level.layout, level.palette.edits))).toBe(true);
    expect(
      withinPalette(level, applyEdits(level.layout, [first, { type: 'lock', workspace: 'acme/app' }])),
    ).toBe(false);
  });
});

describe('a value that the palette does not have', () => {
  const scan = { name: 'scan', stage: 'post_plan', enforcement_level: 'mandatory', passes: true };
  const tasks = (workspace: string, ...run_tasks: Plain[]) => put(workspace, { run_tasks });
  const palette = [put('a', { plan: 'auto' }), tasks('a', scan)];

  it('is one of a list that says how the world is', () => {
    expect(foreignValue(palette, tasks('a', scan))).toBe(false);
    expect(foreignValue(palette, tasks('a', { ...scan, passes: false }))).toBe(true);
    expect(foreignValue(palette, tasks('a'))).toBe(true);
    expect(foreignValue(palette, put('a', { policies: [] }))).toBe(true);
    expect(foreignValue(palette, put('a', { reads: [] }))).toBe(true);
  });

  it('is the same whatever the order of its keys, but not of its items', () => {
    const turned = {
      ...tasks('a'),
      settings: { run_tasks: [Object.fromEntries(Object.entries(scan).reverse())] },
    };
    expect(foreignValue(palette, turned as OfferedChange)).toBe(false);
    const other = { ...scan, name: 'cost' };
    const both = [tasks('a', scan, other)];
    expect(foreignValue(both, tasks('a', scan, other))).toBe(false);
    expect(foreignValue(both, tasks('a', other, scan))).toBe(true);
  });

  it('is looked for in the same workspace and field', () => {
    expect(foreignValue([tasks('b', scan)], tasks('a', scan))).toBe(true);
    expect(foreignValue([], tasks('a', scan))).toBe(true);
    expect(foreignValue([link('a', 'b'), put('a', { policies: [] })], put('a', { reads: [] }))).toBe(true);
  });

  it('is no value of another field, and no other change', () => {
    expect(foreignValue(palette, put('a', { plan: 'errors' }))).toBe(false);
    expect(foreignValue([], link('a', 'b'))).toBe(false);
  });
});

describe('the subject of a change', () => {
  it('is a text that names everything that it is about', () => {
    const list: OfferedChange[] = [
      shared('attach_set', { workspace: 'a' }),
      shared('detach_set', { project: 'core' }),
      variable({ workspace: 'a' }),
      variable({ set: 'shared' }),
    ];
    expect(list.flatMap((change) => subjectsOf(change))).toEqual([
      'attach shared a ',
      'attach shared  core',
      'variable a  terraform size',
      'variable  shared terraform size',
    ]);
  });
});
