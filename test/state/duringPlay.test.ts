import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import { clipboardOf } from '#state/board/clipboard.ts';
import { snapshotOf, simulationOf } from '#state/board/board.ts';
import type { Command } from '#state/board/command.ts';
import { writtenScenario } from '#state/board/writtenScenario.ts';
import { cases, parsed, rawScenario } from '../arbitraries/scenario.ts';
import { layoutOf, opened, boardIn, done, run } from './boardDoing.ts';

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
    const b = snapshotOf(sandbox.store.getState()).workspaces.get('acme/b');
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
    const { workspaces } = snapshotOf(sandbox.store.getState());
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
            { type: 'paste_workspaces', clip: clipboardOf(at, at.workspaces.slice(0, b % 3).map(idOf)) },
          ];
          const command = commands[pick];
          if (command !== undefined) sandbox.perform(command);
          const read = parseScenario(writtenScenario(boardIn(sandbox)));
          expect(read).toEqual({ ok: true, value: boardIn(sandbox) });
        }
      }),
      cases(80),
    );
  });
});
