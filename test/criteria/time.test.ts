import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import { snapshotOf, simulationOf } from '#state/board/board.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import { TEMPLATES } from '#state/boards/templates.ts';
import { calmScenario, parsed, rawScenario } from '../arbitraries/scenario.ts';

/** Everything that can be seen of a board where it stands. */
function hash({ store }: Sandbox): string {
  const { scenario, positions, cursor } = store.getState();
  const { locks, workspaces, ...moment } = snapshotOf(store.getState());
  return JSON.stringify({ scenario, positions, cursor, ...moment, locks: [...locks], all: [...workspaces] });
}
const session = fc.oneof(rawScenario, calmScenario).map((raw) => {
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: parsed(raw), words: '' });
  return sandbox;
});
const cursorOf = ({ store }: Sandbox) => store.getState().cursor;

describe('moving through the log', () => {
  it('AC 14: k steps forward and k back give the state of before, k back and k forward too', () => {
    let steps = 0;
    fc.assert(
      fc.property(session, fc.nat(), fc.nat({ max: 60 }), (sandbox, from, k) => {
        const { length } = simulationOf(sandbox.store.getState().simulatedScenario).log;
        const walk = (by: 1 | -1, count: number) => {
          for (let i = 0; i < count; i++) sandbox.seek(cursorOf(sandbox) + by);
        };
        sandbox.seek(from % (length + 1));
        const before = hash(sandbox);
        const ahead = Math.min(k, length - cursorOf(sandbox));
        walk(1, ahead);
        walk(-1, ahead);
        expect(hash(sandbox)).toBe(before);
        const behind = Math.min(k, cursorOf(sandbox));
        walk(-1, behind);
        walk(1, behind);
        expect(hash(sandbox)).toBe(before);
        expect(sandbox.store.getState().past).toHaveLength(1);
        steps += ahead + behind;
      }),
      { numRuns: 1_000, seed: 14 },
    );
    expect(steps).toBeGreaterThan(5_000);
  });

  it('AC 14: the start is the start and the end the end, however far one asks to go', () => {
    fc.assert(
      fc.property(session, (sandbox) => {
        const end = hash(sandbox);
        sandbox.seek(-5);
        expect(cursorOf(sandbox)).toBe(0);
        sandbox.seek(Number.MAX_SAFE_INTEGER);
        expect(hash(sandbox)).toBe(end);
      }),
      { numRuns: 100, seed: 14 },
    );
  });
});

describe('a box that is moved', () => {
  const start = (workspace: string): Action => ({
    type: 'start_run',
    workspace,
    source: 'tfe-ui',
    mode: 'plan_only',
    auto_approve: false,
  });
  function played(): Sandbox {
    const { layout } = TEMPLATES[0];
    const actions = layout.workspaces.flatMap((w) => [start(idOf(w)), start(idOf(w))]);
    const sandbox = createSandboxStore(null);
    sandbox.perform({ type: 'open_board', scenario: { layout, actions }, words: '' });
    expect(simulationOf(sandbox.store.getState().simulatedScenario).log.length).toBeGreaterThan(25);
    return sandbox;
  }

  it('AC 50: leaves the simulation at event 20, and so do undo and redo', () => {
    const sandbox = played();
    sandbox.seek(20);
    const before = hash(sandbox);
    sandbox.perform({ type: 'move_boxes', positions: { 'acme/network': { x: 240, y: 96 } } });
    const moved = hash(sandbox);
    expect(moved).not.toBe(before);
    expect(cursorOf(sandbox)).toBe(20);
    sandbox.undo();
    expect(hash(sandbox)).toBe(before);
    sandbox.redo();
    expect(hash(sandbox)).toBe(moved);
  });

  it('AC 50: is put back by undo at whatever event is shown by then, what is played goes on', () => {
    const sandbox = played();
    sandbox.seek(20);
    sandbox.perform({ type: 'move_boxes', positions: { 'acme/network': { x: 240, y: 96 } } });
    sandbox.seek(7, true);
    sandbox.ask({ kind: 'workspace', id: 'acme/app' });
    sandbox.undo();
    expect(sandbox.store.getState()).toMatchObject({
      positions: {},
      cursor: 7,
      playing: true,
      why: { kind: 'workspace', id: 'acme/app' },
    });
    sandbox.redo();
    expect(cursorOf(sandbox)).toBe(7);
    expect(sandbox.store.getState().positions).toEqual({ 'acme/network': { x: 240, y: 96 } });
  });
});

describe('a session in the HCL editor', () => {
  it('AC 28: is one undo unit, the next one another', () => {
    const sandbox = createSandboxStore(null);
    const { layout } = TEMPLATES[0];
    sandbox.perform({ type: 'open_board', scenario: { layout, actions: [] }, words: '' });
    const { past } = sandbox.store.getState();
    const written = (n: number) => ({
      ...layout,
      workspaces: layout.workspaces.map((w) => ({ ...w, seconds: { plan: n, apply: 30 } })),
    });
    for (const n of [1, 2, 3])
      sandbox.perform({
        type: 'replace_layout',
        layout: written(n),
        words: '',
        session: 'one',
        hcl: `# ${n}`,
      });
    expect(sandbox.store.getState().past).toHaveLength(past.length + 1);
    for (const n of [4, 5])
      sandbox.perform({
        type: 'replace_layout',
        layout: written(n),
        words: '',
        session: 'two',
        hcl: `# ${n}`,
      });
    expect(sandbox.store.getState().past).toHaveLength(past.length + 2);
    sandbox.undo();
    expect(sandbox.store.getState()).toMatchObject({ scenario: { layout: written(3) }, hcl: '# 3' });
    sandbox.undo();
    expect(sandbox.store.getState().scenario.layout).toEqual(layout);
    sandbox.redo();
    expect(sandbox.store.getState()).toMatchObject({ scenario: { layout: written(3) }, hcl: '# 3' });
  });

  it('AC 28: ends with whatever else is done on the board', () => {
    const sandbox = createSandboxStore(null);
    const { layout } = TEMPLATES[0];
    sandbox.perform({ type: 'open_board', scenario: { layout, actions: [] }, words: '' });
    const { past } = sandbox.store.getState();
    const named = (plan: number) => ({
      ...layout,
      workspaces: layout.workspaces.map((w) => ({ ...w, seconds: { plan, apply: 30 } })),
    });
    sandbox.perform({ type: 'replace_layout', layout: named(1), words: '', session: 'one' });
    sandbox.perform({ type: 'set', workspace: 'acme/app', settings: { auto_apply: true } });
    sandbox.perform({ type: 'replace_layout', layout: named(2), words: '', session: 'one' });
    expect(sandbox.store.getState().past).toHaveLength(past.length + 3);
  });
});
