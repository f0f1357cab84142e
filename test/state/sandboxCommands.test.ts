import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/edit.ts';
import { type Action, parseScenario } from '#model/action.ts';
import { idOf, type Layout, parseLayout } from '#model/layout.ts';
import { clipOf, clipText, readClip } from '#state/sandboxClip.ts';
import { momentOf, simulationOf } from '#state/sandboxBoard.ts';
import { type Command, editIn, perform } from '#state/sandboxCommands.ts';
import { createSandboxStore, type Sandbox } from '#state/sandboxStore.ts';
import { writtenScenario } from '#state/writtenScenario.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { calmScenario, cases, parsed, rawScenario } from '../arbitraries/scenario.ts';

const layoutOf = (written: object): Layout => {
  const read = parseLayout({ version: 1, organizations: [{ name: 'acme' }], ...written });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const opened = (layout: Layout, actions: Action[] = []): Sandbox => {
  const sandbox = createSandboxStore(null);
  sandbox.open({ layout, actions }, '');
  return sandbox;
};
const boardIn = (sandbox: Sandbox) => sandbox.store.getState().scenario;
const done = (sandbox: Sandbox, ...commands: Command[]) => {
  for (const command of commands) {
    expect(perform(sandbox, command), JSON.stringify(command)).toBeNull();
    sandbox.seek(Number.MAX_SAFE_INTEGER);
  }
};
const run = (workspace: string): Command => ({
  type: 'start_run',
  workspace,
  source: 'tfe-ui',
  mode: 'standard',
  auto_approve: false,
});

/** The layout as the product could hold it: no trigger that it refuses, one grant for each place. */
function sound(layout: Layout): Layout {
  const { triggers } = momentOf(opened(layout).store.getState());
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
          expect(perform(sandbox, command), JSON.stringify(command)).toBeNull();
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
      [{ type: 'create_run_trigger', sourceable: 'acme/a', workspace: 'acme/a' }, /RT-22/],
    ];
    for (const [command, words] of rows) {
      const sandbox = opened(layout);
      const before = sandbox.store.getState();
      expect(perform(sandbox, command), JSON.stringify(command)).toMatch(words);
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
    expect(perform(full, { type: 'add_workspace', organization: 'acme', name: 'x', project: null })).toMatch(
      /500 workspaces/,
    );
    const clip = clipOf(boardIn(full).layout, ['acme/w0']);
    expect(perform(full, { type: 'paste_workspaces', clip })).toMatch(/500 workspaces/);
    const sources = opened(
      layoutOf({
        workspaces: many.slice(0, 22),
        run_triggers: Array.from({ length: 20 }, (_, i) => ({ sourceable: `w${i}`, workspace: 'w21' })),
      }),
    );
    expect(
      perform(sources, { type: 'create_run_trigger', sourceable: 'acme/w20', workspace: 'acme/w21' }),
    ).toMatch(/RT-03/);
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
    expect(perform(wired, one)).toMatch(/2000 run triggers/);
    const calm = layoutOf({ workspaces: many.slice(0, 1) });
    const started: Action[] = Array.from({ length: 200 }, () => ({
      type: 'start_run',
      workspace: 'acme/w0',
      source: 'tfe-ui',
      mode: 'plan_only',
      auto_approve: false,
    }));
    const busy = opened(calm, started);
    expect(perform(busy, run('acme/w0'))).toMatch(/200 actions/);
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

describe('during play', () => {
  const layout = layoutOf({
    workspaces: [
      { name: 'a', outputs: [{ name: 'o' }], remote_state_consumer_ids: ['b'] },
      {
        name: 'b',
        reads: [{ workspace: 'a', output: 'o' }],
        policies: [{ name: 'p', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false }],
      },
      { name: 'c' },
    ],
    run_triggers: [
      { sourceable: 'a', workspace: 'b' },
      { sourceable: 'a', workspace: 'c' },
    ],
    teams: [{ name: 'ops', workspace_access: [{ workspace: 'c', access: 'admin' }] }],
  });

  it('what a workspace is set to is dated: the run that is there keeps what it had', () => {
    const sandbox = opened(layout);
    done(sandbox, run('acme/b'));
    const edits: Command[] = [
      { type: 'satisfy_policy', policy: 'p', workspace: 'acme/b' },
      { type: 'set_variable', workspace: 'acme/b', key: 'k', value: 'v', category: 'env', sensitive: false },
      { type: 'unshare', sourceable: 'acme/a', workspace: 'acme/b' },
      { type: 'exclude_policy', policy: 'p', workspace: 'acme/b' },
    ];
    for (const edit of edits) {
      const count = boardIn(sandbox).actions.length;
      done(sandbox, edit);
      expect(boardIn(sandbox).actions).toHaveLength(count + 1);
      expect(boardIn(sandbox).actions.at(-1)?.type).toBe('set');
      expect(boardIn(sandbox).layout).toBe(layout);
    }
    expect(simulationOf(boardIn(sandbox)).result.runs[0]?.waiting_for).toBe('policy_override');
    const b = momentOf(sandbox.store.getState()).workspaces.get('acme/b');
    expect([b?.policies, b?.variables.map((v) => v.key)]).toEqual([[], ['k']]);
  });

  it('what cannot be dated changes the set-up, runs all again, and says so', () => {
    const sandbox = opened(layout);
    done(sandbox, run('acme/b'));
    done(sandbox, { type: 'enforce_policy', policy: 'p', enforcement_level: 'advisory' });
    expect(boardIn(sandbox).actions).toHaveLength(1);
    expect(sandbox.store.getState().message.text).toMatch(/ran again from the start/);
    expect(simulationOf(boardIn(sandbox)).result.runs[0]?.waiting_for).toBe('confirmation');
  });

  it('a level for all also reaches policies that were set during play', () => {
    const sandbox = opened(layout);
    const policies = [
      { name: 'p', kind: 'sentinel', enforcement_level: 'hard-mandatory', passes: false } as const,
    ];
    done(
      sandbox,
      run('acme/a'),
      { type: 'set', workspace: 'acme/c', settings: { policies } },
      { type: 'enforce_policy', policy: 'p', enforcement_level: 'advisory' },
    );
    const { workspaces } = momentOf(sandbox.store.getState());
    expect([...workspaces.values()].flatMap((w) => w.policies.map((p) => p.enforcement_level))).toEqual([
      'advisory',
      'advisory',
    ]);
  });

  it('deleting keeps what can be kept: runs of others go on under their new numbers', () => {
    const sandbox = opened(layout);
    done(sandbox, run('acme/a'), { type: 'confirm', run: 'run-1' }, { type: 'confirm', run: 'run-3' });
    expect(simulationOf(boardIn(sandbox)).result.runs.map((r) => [r.workspace, r.status])).toEqual([
      ['acme/a', 'applied'],
      ['acme/b', 'policy_override'],
      ['acme/c', 'applied'],
    ]);
    done(sandbox, { type: 'delete_workspaces', workspaces: ['acme/b'] });
    expect(simulationOf(boardIn(sandbox)).result.runs.map((r) => [r.id, r.workspace, r.status])).toEqual([
      ['run-1', 'acme/a', 'applied'],
      ['run-2', 'acme/c', 'applied'],
    ]);
    sandbox.undo();
    expect(boardIn(sandbox).actions).toHaveLength(3);
    done(sandbox, { type: 'delete_workspaces', workspaces: ['acme/a'] });
    expect(boardIn(sandbox).actions).toEqual([]);
    expect(sandbox.store.getState().message.text).toMatch(/3 of 3 actions/);
  });

  it('a team that goes takes what it did along, and one that is renamed keeps it', () => {
    const start = {
      type: 'start_run',
      workspace: 'acme/c',
      source: 'tfe-ui',
      mode: 'standard',
      auto_approve: false,
    } as const;
    const renamed = opened(layout, [{ ...start, as: 'ops' }]);
    done(renamed, { type: 'rename_team', organization: 'acme', team: 'ops', name: 'operators' });
    expect(boardIn(renamed).actions).toEqual([{ ...start, as: 'operators' }]);
    expect(simulationOf(boardIn(renamed)).result.rejections).toEqual([]);
    const gone = opened(layout, [{ ...start, as: 'ops' }, start]);
    done(gone, { type: 'delete_team', organization: 'acme', team: 'ops' });
    expect(boardIn(gone).actions).toEqual([start]);
  });

  it('never leaves a board that cannot be read back', { timeout: 300_000 }, () => {
    const step = fc.record({ pick: fc.nat({ max: 6 }), a: fc.nat({ max: 99 }), b: fc.nat({ max: 99 }) });
    fc.assert(
      fc.property(rawScenario, fc.array(step, { maxLength: 6 }), (raw, steps) => {
        const { layout: start, actions } = parsed(raw);
        const sandbox = opened(start, actions);
        for (const { pick, a, b } of steps) {
          const { layout: at } = boardIn(sandbox);
          const w = at.workspaces[a % Math.max(1, at.workspaces.length)];
          const team = at.teams[a % Math.max(1, at.teams.length)];
          const project = at.projects[a % Math.max(1, at.projects.length)];
          const organization = at.organizations[a % at.organizations.length]?.name ?? '';
          const commands: (Command | undefined)[] = [
            w && { type: 'delete_workspaces', workspaces: [idOf(w)] },
            w && { type: 'rename_workspace', workspace: idOf(w), name: `n${b}` },
            team && { type: 'delete_team', organization: team.organization, team: team.name },
            team && { type: 'rename_team', organization: team.organization, team: team.name, name: `t${b}` },
            project && { type: 'delete_project', organization: project.organization, project: project.name },
            { type: 'rename_organization', organization, name: `o${b}` },
            { type: 'paste_workspaces', clip: clipOf(at, at.workspaces.slice(0, b % 3).map(idOf)) },
          ];
          const command = commands[pick];
          if (command !== undefined) perform(sandbox, command);
          const read = parseScenario(writtenScenario(boardIn(sandbox)));
          expect(read).toEqual({ ok: true, value: boardIn(sandbox) });
        }
      }),
      cases(80),
    );
  });
});

describe('names', () => {
  it('AC 31: mean nothing: renaming every workspace changes no result but the names in it', {
    timeout: 300_000,
  }, () => {
    fc.assert(
      fc.property(fc.oneof(rawScenario, calmScenario), (raw) => {
        const scenario = parsed(raw);
        const sandbox = opened(scenario.layout, scenario.actions);
        const to = new Map(scenario.layout.workspaces.map((w, i) => [idOf(w), `${w.organization}/z${i}z`]));
        for (const w of scenario.layout.workspaces)
          done(sandbox, {
            type: 'rename_workspace',
            workspace: idOf(w),
            name: (to.get(idOf(w)) ?? '').split('/')[1] ?? '',
          });
        const shape = (s: typeof scenario, name: (id: string) => string) => {
          const { result } = simulationOf(s);
          return {
            runs: result.runs.map((r) => ({ ...r, workspace: name(r.workspace) })),
            silent: result.not_queued.map((n) => [n.run, name(n.sourceable), name(n.workspace), n.rule]),
            refused: result.rejections.map((r) => [r.action, r.rule]),
            stale: result.stale.map((s) => [name(s.workspace), name(s.sourceable)]),
          };
        };
        expect(shape(boardIn(sandbox), (id) => id)).toEqual(shape(scenario, (id) => to.get(id) ?? id));
      }),
      cases(80),
    );
  });
});

describe('copying', () => {
  const layout = layoutOf({
    projects: [{ name: 'core' }],
    workspaces: [
      { name: 'a', project: 'core', outputs: [{ name: 'o' }], remote_state_consumer_ids: ['b', 'c'] },
      { name: 'b', reads: [{ workspace: 'a', output: 'o' }] },
      { name: 'c', reads: [{ workspace: 'a', output: 'o' }] },
    ],
    run_triggers: [
      { sourceable: 'a', workspace: 'b' },
      { sourceable: 'b', workspace: 'c' },
    ],
  });

  it('takes the triggers, reads and sharing among the copies along, and nothing that leads elsewhere', () => {
    const sandbox = opened(layout);
    const text = clipText(clipOf(layout, ['acme/a', 'acme/b']));
    const clip = readClip(text);
    if (clip === null) throw new Error('unreadable');
    const { length } = sandbox.store.getState().past;
    done(sandbox, { type: 'paste_workspaces', clip });
    const after = boardIn(sandbox).layout;
    const [a, b] = after.workspaces.slice(3);
    expect([a?.name, a?.project, a?.remote_state_consumer_ids]).toEqual(['a-2', 'core', ['acme/b-2']]);
    expect([b?.name, b?.reads]).toEqual([
      'b-2',
      [{ workspace: 'acme/a-2', output: 'o', via: 'terraform_remote_state' }],
    ]);
    expect(after.run_triggers.slice(2)).toEqual([{ sourceable: 'acme/a-2', workspace: 'acme/b-2' }]);
    expect(sandbox.store.getState().selected).toEqual(['acme/a-2', 'acme/b-2']);
    expect(sandbox.store.getState().past).toHaveLength(length + 1);
  });

  it('reads no other text', () => {
    for (const text of [
      '',
      '{}',
      'null',
      '[1]',
      '{"runchain.workspaces":1}',
      '{"runchain.workspaces":1,"layout":{"version":1}}',
    ])
      expect(readClip(text)).toBeNull();
  });

  it('pastes into a board that has neither the organization nor the project', () => {
    const sandbox = opened(layoutOf({ organizations: [{ name: 'other' }], workspaces: [] }));
    done(sandbox, { type: 'paste_workspaces', clip: clipOf(layout, ['acme/a']) });
    expect(boardIn(sandbox).layout.workspaces.map((w) => [w.organization, w.name, w.project])).toEqual([
      ['other', 'a', null],
    ]);
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
