import { describe, expect, it } from 'vitest';
import { type Action, parseScenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import { simulationOf } from '#state/board/board.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import { writtenScenario } from '#state/board/writtenScenario.ts';

const board = () => {
  const read = parseScenario({
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [
        { name: 'a', outputs: [{ name: 'o' }] },
        { name: 'b' },
        { name: 'c', reads: [{ workspace: 'a', output: 'o' }] },
      ],
      run_triggers: [{ sourceable: 'a', workspace: 'c' }],
      teams: [{ name: 'ops', workspace_access: [{ workspace: 'b', access: 'admin' }] }],
    },
    actions: [
      { type: 'start_run', workspace: 'a' },
      { type: 'start_run', workspace: 'b', as: 'ops' },
      { type: 'set', workspace: 'c', settings: { remote_state_consumer_ids: ['a', 'b'] }, at: 60 },
      { type: 'confirm', run: 'run-2', at: 200 },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: read.value, words: '' });
  return sandbox;
};
const actionsOf = (sandbox: Sandbox): Action[] => sandbox.store.getState().scenario.actions;
const without = (layout: Layout, id: string): Layout => ({
  ...layout,
  workspaces: layout.workspaces
    .filter((w) => idOf(w) !== id)
    .map((w) => ({
      ...w,
      reads: w.reads.filter((r) => r.workspace !== id),
      remote_state_consumer_ids: w.remote_state_consumer_ids.filter((other) => other !== id),
    })),
  run_triggers: layout.run_triggers.filter((t) => t.sourceable !== id && t.workspace !== id),
  teams: layout.teams.map((t) => ({
    ...t,
    workspace_access: t.workspace_access.filter((g) => g.workspace !== id),
  })),
});

describe('another layout in place of this one', () => {
  it('keeps what was done elsewhere, and gives runs their new numbers, as deleting by hand does', () => {
    for (const id of ['acme/a', 'acme/b', 'acme/c']) {
      const [text, hand] = [board(), board()];
      text.perform({
        type: 'replace_layout',
        layout: without(text.store.getState().scenario.layout, id),
        words: 'Followed.',
      });
      hand.perform({ type: 'delete_workspaces', workspaces: [id] });
      expect(text.store.getState().scenario).toEqual(hand.store.getState().scenario);
      expect(actionsOf(text).length).toBeGreaterThan(0);
    }
    const sandbox = board();
    sandbox.perform({
      type: 'replace_layout',
      layout: without(sandbox.store.getState().scenario.layout, 'acme/a'),
      words: 'Followed.',
    });
    expect(
      actionsOf(sandbox).map((a) => [a.type, Reflect.get(a, 'run'), Reflect.get(a, 'settings')]),
    ).toEqual([
      ['start_run', undefined, undefined],
      ['set', undefined, { remote_state_consumer_ids: ['acme/b'] }],
      ['confirm', 'run-1', undefined],
    ]);
    expect(simulationOf(sandbox.store.getState().scenario).result.runs.map((r) => r.status)).toEqual([
      'applied',
    ]);
    expect(sandbox.store.getState().message.text).toBe(
      'Followed. 1 of 4 actions had to do with what is gone, and went.',
    );
    sandbox.undo();
    expect(actionsOf(sandbox)).toHaveLength(4);
  });

  it('drops what a team did that is gone', () => {
    const [text, hand] = [board(), board()];
    text.perform({
      type: 'replace_layout',
      layout: { ...text.store.getState().scenario.layout, teams: [] },
      words: '',
    });
    hand.perform({ type: 'delete_team', organization: 'acme', team: 'ops' });
    expect(text.store.getState().scenario).toEqual(hand.store.getState().scenario);
    expect(actionsOf(text).map((a) => a.type)).toEqual(['start_run', 'set']);
  });

  it('brings back within one session what came back with its workspace, and is one undo unit', () => {
    const sandbox = board();
    const { scenario, past } = sandbox.store.getState();
    sandbox.perform({
      type: 'replace_layout',
      layout: without(scenario.layout, 'acme/b'),
      words: '',
      session: 'typing',
    });
    expect(actionsOf(sandbox)).toHaveLength(2);
    sandbox.perform({ type: 'replace_layout', layout: { ...scenario.layout }, words: '', session: 'typing' });
    expect(sandbox.store.getState().scenario).toEqual(scenario);
    expect(sandbox.store.getState().past).toHaveLength(past.length + 1);
  });

  it('never makes a board that could not be read back', () => {
    const sandbox = board();
    const reads: Action = {
      type: 'set',
      workspace: 'acme/b',
      settings: { reads: [{ workspace: 'acme/a', output: 'o', via: 'tfe_outputs' }] },
      at: 300,
    };
    const { scenario } = sandbox.store.getState();
    sandbox.perform({
      type: 'open_board',
      scenario: { ...scenario, actions: [...scenario.actions, reads] },
      words: '',
    });
    sandbox.perform({
      type: 'replace_layout',
      layout: {
        ...scenario.layout,
        workspaces: scenario.layout.workspaces.map((w) => ({ ...w, outputs: [], reads: [] })),
      },
      words: '',
    });
    expect(parseScenario(writtenScenario(sandbox.store.getState().scenario))).toMatchObject({ ok: true });
    expect(actionsOf(sandbox).slice(0, 4)).toEqual(scenario.actions);
  });
});
