import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBoard } from '#state/boards/boardStorage.ts';
import { snapshotOf, simulationOf } from '#state/board/board.ts';
import { newWorkspace } from '#state/board/command.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import { candidatesOf } from '#state/board/verdicts.ts';
import { TEMPLATES } from '#state/boards/templates.ts';
import { changes, refusalOf } from '../support/performed.ts';
import { memory } from './memory.ts';

const hash = ({ store }: Sandbox) => {
  const { scenario, positions } = store.getState();
  return JSON.stringify({ scenario, positions });
};
const NAMES = ['acme/network', 'acme/platform', 'acme/app'] as const;
const name = fc.constantFrom(...NAMES);
const step = fc.oneof(
  fc.record({ do: fc.constant('trigger' as const), a: name, b: name }),
  fc.record({ do: fc.constant('set' as const), a: name, on: fc.boolean() }),
  fc.record({ do: fc.constant('run' as const), a: name }),
  fc.record({ do: fc.constant('confirm' as const), a: name }),
  fc.record({ do: fc.constant('move' as const), a: name, x: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('seek' as const), at: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ do: fc.constant('add' as const) }),
  fc.record({ do: fc.constant('clear' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function perform(sandbox: Sandbox, s: Step): void {
  switch (s.do) {
    case 'trigger':
      sandbox.perform({ type: 'create_run_trigger', sourceable: s.a, workspace: s.b });
      break;
    case 'set':
      sandbox.perform({ type: 'set', workspace: s.a, settings: { auto_apply_run_trigger: s.on } });
      break;
    case 'run':
      sandbox.perform({
        type: 'start_run',
        workspace: s.a,
        source: 'tfe-ui',
        mode: 'standard',
        auto_approve: false,
      });
      break;
    case 'confirm':
      sandbox.perform({ type: 'confirm', workspace: s.a });
      break;
    case 'move':
      sandbox.perform({ type: 'move_boxes', positions: { [s.a]: { x: s.x, y: 0 } } });
      break;
    case 'seek':
      sandbox.seek(s.at);
      break;
    case 'add':
      sandbox.perform(newWorkspace(sandbox.store.getState().scenario.layout));
      break;
    case 'clear':
      sandbox.perform({ type: 'clear_runs' });
  }
}

describe('undo and redo', () => {
  it('AC 47: n undos give the start, n redos the end, and what has no effect is not recorded', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const sandbox = createSandboxStore(memory());
        const seen = [hash(sandbox)];
        for (const s of steps) {
          perform(sandbox, s);
          if (hash(sandbox) !== seen.at(-1)) seen.push(hash(sandbox));
        }
        expect(sandbox.store.getState().past).toHaveLength(seen.length - 1);
        for (const before of seen.slice(0, -1).reverse()) {
          expect(sandbox.undo()).toBe(true);
          expect(hash(sandbox)).toBe(before);
        }
        expect(sandbox.undo()).toBe(false);
        for (const after of seen.slice(1)) {
          expect(sandbox.redo()).toBe(true);
          expect(hash(sandbox)).toBe(after);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a dragged box leaves the simulation where it is, also after undo', () => {
    const sandbox = createSandboxStore(memory());
    perform(sandbox, { do: 'run', a: 'acme/network' });
    sandbox.seek(2);
    sandbox.perform({ type: 'move_boxes', positions: { 'acme/network': { x: 9, y: 9 } } });
    expect(sandbox.store.getState().cursor).toBe(2);
    sandbox.undo();
    expect(sandbox.store.getState().cursor).toBe(2);
  });
});

describe('what is done', () => {
  it('a refused trigger changes nothing and can be explained', () => {
    const sandbox = createSandboxStore(memory());
    sandbox.perform({ type: 'create_run_trigger', sourceable: 'acme/network', workspace: 'acme/app' });
    const before = hash(sandbox);
    expect(
      sandbox.perform({ type: 'create_run_trigger', sourceable: 'acme/app', workspace: 'acme/network' }).ok,
    ).toBe(false);
    expect(hash(sandbox)).toBe(before);
    expect(sandbox.store.getState().refusal?.rule).toBe('CY-11');
    expect(candidatesOf(sandbox, 'acme/app', 'from').get('acme/network')).toMatchObject({
      code: 'engine',
      rejection: { rule: 'CY-11' },
    });
    expect(candidatesOf(sandbox, 'acme/network', 'from').get('acme/platform')).toBeNull();
  });

  it('a run started, waits; confirmed, it queues a run downstream', () => {
    const sandbox = createSandboxStore(memory());
    sandbox.perform({ type: 'create_run_trigger', sourceable: 'acme/network', workspace: 'acme/platform' });
    perform(sandbox, { do: 'run', a: 'acme/network' });
    sandbox.seek(Number.MAX_SAFE_INTEGER);
    expect(snapshotOf(sandbox.store.getState()).runs.map((r) => r.waiting_for)).toEqual(['confirmation']);
    expect(changes(sandbox, { type: 'confirm', run: 'run-1' })).toBe(true);
    const { runs } = simulationOf(sandbox.store.getState().scenario).result;
    expect(runs.map((r) => [r.workspace, r.status])).toEqual([
      ['acme/network', 'applied'],
      ['acme/platform', 'planned'],
    ]);
  });

  it('something done in the past drops what came after it, and undo brings it back', () => {
    const sandbox = createSandboxStore(memory());
    perform(sandbox, { do: 'run', a: 'acme/network' });
    perform(sandbox, { do: 'run', a: 'acme/app' });
    const before = hash(sandbox);
    sandbox.seek(3);
    expect(changes(sandbox, { type: 'cancel', run: 'run-1' })).toBe(true);
    expect(sandbox.store.getState().scenario.actions.map((a) => a.type)).toEqual(['start_run', 'cancel']);
    sandbox.undo();
    expect(hash(sandbox)).toBe(before);
  });
});

describe('keeping the board', () => {
  it('AC 48: is there again after the page is killed', () => {
    const storage = memory();
    const sandbox = createSandboxStore(storage);
    sandbox.perform({ type: 'create_run_trigger', sourceable: 'acme/network', workspace: 'acme/app' });
    expect(createSandboxStore(storage).store.getState().scenario).toEqual(sandbox.store.getState().scenario);
  });

  it('sets aside what it cannot read and says so', () => {
    const storage = memory({ 'runchain.sandbox.board': '{"version":1,"scenario":{' });
    const { store } = createSandboxStore(storage);
    expect(store.getState().storage).toBe('unreadable');
    expect(storage.entries['runchain.sandbox.board.unreadable']).toContain('scenario');
  });

  it('plays without storage', () => {
    const sandbox = createSandboxStore(null);
    expect(sandbox.store.getState().storage).toBe('blocked');
    expect(refusalOf(sandbox, newWorkspace(sandbox.store.getState().scenario.layout))).toBeNull();
    expect(sandbox.store.getState().focused).toBe('acme/workspace');
    expect(loadBoard(null)).toEqual({ state: 'blocked' });
  });

  it('has templates of which each simulates', () => {
    for (const { layout } of TEMPLATES)
      expect(simulationOf({ layout, actions: [] }).result.rejections).toEqual([]);
  });
});
