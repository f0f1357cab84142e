import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#model/edits/index.ts';
import type { Action } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import { clipboardOf } from '#state/board/clipboard.ts';
import { snapshotOf } from '#state/board/board.ts';
import { type Command, editIn } from '#state/board/command.ts';
import { refusalOf } from '../support/performed.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { cases } from '../arbitraries/scenario.ts';
import { layoutOf, opened, boardIn, done, run } from './boardDoing.ts';

/** The layout as the product could hold it: no trigger that it refuses, one grant for each place. */
function sound(layout: Layout): Layout {
  const { triggers } = snapshotOf(opened(layout).store.getState());
  const once = <T>(items: readonly T[], key: (item: T) => string): T[] => [
    ...new Map(items.map((item) => [key(item), item])).values(),
  ];
  return {
    ...layout,
    run_triggers: triggers,
    teams: layout.teams.map((t) => ({
      ...t,
      project_access: once(t.project_access, (g) => g.project),
      workspace_access: once(t.workspace_access, (g) => g.workspace),
    })),
  };
}

/** The commands that build a layout out of one empty organization. */
function* building(layout: Layout): Generator<Command> {
  const [first, ...others] = layout.organizations;
  yield { type: 'rename_organization', organization: 'acme', name: first?.name ?? '' };
  for (const { name } of others) yield { type: 'add_organization', name };
  yield { type: 'set_ruleset', ruleset: layout.ruleset };
  for (const { name, concurrency } of layout.organizations)
    yield { type: 'set_concurrency', organization: name, concurrency };
  for (const p of layout.projects)
    yield { type: 'add_project', organization: p.organization, project: p.name };
  for (const { organization, name, project } of layout.workspaces)
    yield { type: 'add_workspace', organization, name, project };
  for (const t of layout.teams) yield { type: 'add_team', organization: t.organization, team: t.name };
  for (const w of layout.workspaces) {
    const workspace = idOf(w);
    const { name, organization, project, locked, has_state, remote_state_consumer_ids, ...settings } = w;
    for (const [field, value] of Object.entries(settings))
      yield { type: 'set', workspace, settings: { [field]: value } };
    for (const other of remote_state_consumer_ids)
      yield { type: 'share', sourceable: workspace, workspace: other };
    yield { type: 'set_has_state', workspace, has_state };
    if (locked) yield { type: 'lock', workspace };
  }
  for (const t of layout.run_triggers) yield { type: 'create_run_trigger', ...t };
  for (const s of layout.variable_sets) {
    const at = { organization: s.organization, set: s.name };
    const edit = (one: Parameters<typeof editIn>[2]) => editIn(layout, s.organization, one);
    yield { type: 'add_set', ...at };
    yield { type: 'own_set', ...at, project: s.project };
    for (const workspace of s.workspaces) yield edit({ type: 'attach_set', set: s.name, workspace });
    for (const project of s.projects) yield edit({ type: 'attach_set', set: s.name, project });
    yield { type: 'set_variables', ...at, variables: s.variables };
    yield { type: 'set_global', ...at, global: s.global };
    yield edit({ type: 'set_priority', set: s.name, priority: s.priority });
  }
  for (const t of layout.teams) {
    const at = { organization: t.organization, team: t.name };
    const edit = (one: Parameters<typeof editIn>[2]) => editIn(layout, t.organization, one);
    for (const [permission, on] of Object.entries(t.organization_access))
      yield { type: 'organization_access', ...at, permission: permission as 'read_projects', on };
    for (const { project, access } of t.project_access)
      yield edit({ type: 'grant_project', team: t.name, project, access });
    for (const { workspace, access, permissions } of t.workspace_access) {
      if (permissions === undefined)
        yield edit({ type: 'grant_workspace', team: t.name, workspace, access: access ?? null });
      else yield edit({ type: 'grant_custom', team: t.name, workspace, permissions });
    }
  }
}

describe('the commands of tables, canvas and keys', () => {
  it('build every layout of the contract, and undo takes each of them back', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(layoutArb, (any) => {
        const layout = sound(any);
        const sandbox = opened(layoutOf({ workspaces: [] }));
        const seen = [JSON.stringify(boardIn(sandbox))];
        const from = sandbox.store.getState().past.length;
        for (const command of building(layout)) {
          expect(refusalOf(sandbox, command), JSON.stringify(command)).toBeNull();
          const now = JSON.stringify(boardIn(sandbox));
          if (now !== seen.at(-1)) seen.push(now);
        }
        expect(boardIn(sandbox)).toEqual({ layout, actions: [] });
        expect(sandbox.store.getState().past.length - from).toBe(seen.length - 1);
        for (const before of seen.slice(0, -1).reverse()) {
          sandbox.undo();
          expect(JSON.stringify(boardIn(sandbox))).toBe(before);
        }
      }),
      cases(60),
    );
  });

  it('AC 11: refuse what no file could hold, in words, and change nothing', () => {
    const layout = layoutOf({
      projects: [{ name: 'core' }],
      workspaces: [{ name: 'a' }, { name: 'b', outputs: [{ name: 'o' }] }],
      variable_sets: [
        { name: 's', global: true, variables: [{ key: 'k' }] },
        { name: 't', global: true },
        { name: 'u', workspaces: ['a'] },
      ],
      teams: [{ name: 'readers' }],
    });
    const rows: [Command, RegExp][] = [
      [{ type: 'rename_workspace', workspace: 'acme/a', name: 'b' }, /already/],
      [{ type: 'rename_workspace', workspace: 'acme/a', name: 'a b' }, /letters/],
      [{ type: 'add_workspace', organization: 'acme', name: '', project: null }, /letters/],
      [{ type: 'add_project', organization: 'acme', project: 'core' }, /twice/],
      [{ type: 'add_team', organization: 'acme', team: 'owners' }, /owners/],
      [{ type: 'rename_team', organization: 'acme', team: 'readers', name: 'owners' }, /owners/],
      [{ type: 'add_set', organization: 'acme', set: 's' }, /twice/],
      [{ type: 'rename_set', set: 's', name: 't' }, /twice/],
      [
        { type: 'set_variable', set: 't', key: 'k', value: '', category: 'terraform', sensitive: false },
        /VS-05/,
      ],
      [{ type: 'own_set', organization: 'acme', set: 's', project: 'core' }, /VS-03/],
      [{ type: 'own_set', organization: 'acme', set: 'u', project: 'core' }, /outside/],
      [{ type: 'delete_organization', organization: 'acme' }, /workspaces/],
      [{ type: 'add_organization', name: 'acme' }, /twice/],
      [
        {
          type: 'set',
          workspace: 'acme/b',
          settings: {
            outputs: [
              { name: 'o', sensitive: false },
              { name: 'o', sensitive: true },
            ],
          },
        },
        /twice/,
      ],
      [{ type: 'create_run_trigger', sourceable: 'acme/a', workspace: 'acme/a' }, /cannot trigger itself/],
    ];
    for (const [command, words] of rows) {
      const sandbox = opened(layout);
      const before = sandbox.store.getState();
      expect(refusalOf(sandbox, command), JSON.stringify(command)).toMatch(words);
      const after = sandbox.store.getState();
      expect(after.scenario).toBe(before.scenario);
      expect(after.past).toBe(before.past);
      // Said once, and at once.
      expect(after.message.turn - before.message.turn).toBe(1);
      expect(after.message.urgent).toBe(true);
    }
  });

  it('AC 56: refuse past a limit, with its name', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ name: `w${i}` }));
    const full = opened(layoutOf({ workspaces: many }));
    expect(
      refusalOf(full, { type: 'add_workspace', organization: 'acme', name: 'x', project: null }),
    ).toMatch(/500 workspaces/);
    const clip = clipboardOf(boardIn(full).layout, ['acme/w0']);
    expect(refusalOf(full, { type: 'paste_workspaces', clip })).toMatch(/500 workspaces/);
    const sources = opened(
      layoutOf({
        workspaces: many.slice(0, 22),
        run_triggers: Array.from({ length: 20 }, (_, i) => ({ sourceable: `w${i}`, workspace: 'w21' })),
      }),
    );
    expect(
      refusalOf(sources, { type: 'create_run_trigger', sourceable: 'acme/w20', workspace: 'acme/w21' }),
    ).toMatch(/20 are the most/);
    // 20 sources each in 100 workspaces; a source is never one that the workspace triggers.
    const wired = opened(
      layoutOf({
        workspaces: many,
        run_triggers: Array.from({ length: 2_000 }, (_, i) => ({
          sourceable: `w${i % 20}`,
          workspace: `w${100 + Math.floor(i / 20)}`,
        })),
      }),
    );
    const one = { type: 'create_run_trigger', sourceable: 'acme/w0', workspace: 'acme/w400' } as const;
    expect(refusalOf(wired, one)).toMatch(/2000 run triggers/);
    const calm = layoutOf({ workspaces: many.slice(0, 1) });
    const started: Action[] = Array.from({ length: 200 }, () => ({
      type: 'start_run',
      workspace: 'acme/w0',
      source: 'tfe-ui',
      mode: 'plan_only',
      auto_approve: false,
    }));
    const busy = opened(calm, started);
    expect(refusalOf(busy, run('acme/w0'))).toMatch(/200 actions/);
    expect(boardIn(busy).actions).toHaveLength(200);
  });

  it('do nothing where nothing changes', () => {
    const sandbox = opened(layoutOf({ workspaces: [{ name: 'a' }] }));
    const { past } = sandbox.store.getState();
    done(
      sandbox,
      { type: 'set', workspace: 'acme/a', settings: { auto_apply: false } },
      { type: 'unlock', workspace: 'acme/a' },
      { type: 'rename_workspace', workspace: 'acme/a', name: 'a' },
      { type: 'set_concurrency', organization: 'acme', concurrency: null },
      { type: 'delete_workspaces', workspaces: ['acme/none'] },
    );
    expect(sandbox.store.getState().past).toBe(past);
  });

  it('mean the set or the team of one organization where two have one of that name', () => {
    const layout = layoutOf({
      organizations: [{ name: 'a' }, { name: 'b' }],
      workspaces: [
        { name: 'x', organization: 'a' },
        { name: 'y', organization: 'b' },
      ],
      variable_sets: [
        { name: 's', organization: 'a' },
        { name: 's', organization: 'b' },
      ],
      teams: [
        { name: 't', organization: 'a' },
        { name: 't', organization: 'b' },
      ],
    });
    const sandbox = opened(layout);
    done(
      sandbox,
      editIn(layout, 'b', { type: 'set_priority', set: 's', priority: true }),
      editIn(layout, 'b', { type: 'grant_workspace', team: 't', workspace: 'b/y', access: 'read' }),
    );
    const { variable_sets, teams } = boardIn(sandbox).layout;
    expect(variable_sets.map((s) => s.priority)).toEqual([false, true]);
    expect(teams.map((t) => t.workspace_access.length)).toEqual([0, 1]);
  });
});

describe('an edit', () => {
  it('leaves what it changes in its place', () => {
    const layout = layoutOf({
      workspaces: [{ name: 'a', variables: [{ key: 'k' }, { key: 'l' }] }, { name: 'b' }],
      teams: [
        {
          name: 't',
          workspace_access: [
            { workspace: 'a', access: 'read' },
            { workspace: 'b', access: 'read' },
          ],
        },
      ],
    });
    const next = applyEdit(
      applyEdit(layout, { type: 'grant_workspace', team: 't', workspace: 'acme/a', access: 'admin' }),
      {
        type: 'set_variable',
        workspace: 'acme/a',
        key: 'k',
        value: 'v',
        category: 'terraform',
        sensitive: false,
      },
    );
    expect(next.teams[0]?.workspace_access.map((g) => [g.workspace, g.access])).toEqual([
      ['acme/a', 'admin'],
      ['acme/b', 'read'],
    ]);
    expect(next.workspaces[0]?.variables.map((v) => [v.key, v.value])).toEqual([
      ['k', 'v'],
      ['l', ''],
    ]);
  });
});
