import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '#model/layout/layout.ts';
import { clipboardOf, clipboardText, readClipboard } from '#state/board/clipboard.ts';
import { simulationOf } from '#state/board/board.ts';
import { calmScenario, cases, parsed, rawScenario } from '../arbitraries/scenario.ts';
import { layoutOf, opened, boardIn, done } from './boardDoing.ts';

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
    const text = clipboardText(clipboardOf(layout, ['acme/a', 'acme/b']));
    const clip = readClipboard(text);
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
      expect(readClipboard(text)).toBeNull();
  });

  it('pastes into a board that has neither the organization nor the project', () => {
    const sandbox = opened(layoutOf({ organizations: [{ name: 'other' }], workspaces: [] }));
    done(sandbox, { type: 'paste_workspaces', clip: clipboardOf(layout, ['acme/a']) });
    expect(boardIn(sandbox).layout.workspaces.map((w) => [w.organization, w.name, w.project])).toEqual([
      ['other', 'a', null],
    ]);
  });
});
