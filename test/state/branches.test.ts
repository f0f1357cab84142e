import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePlace } from '#islands/workbench/timeline/describeEntry.ts';
import { branchDifference } from '#state/board/branchDifference.ts';
import { type Branch, KEPT, withBranch } from '#state/board/branches.ts';
import { snapshotOf, simulationOf } from '#state/board/board.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import { changes } from '../support/performed.ts';

const NETWORK = 'acme/network';
const open = (): Sandbox => createSandboxStore(null);
const start = (sandbox: Sandbox, workspace = NETWORK): boolean =>
  sandbox.perform({ type: 'start_run', workspace, source: 'tfe-ui', mode: 'standard', auto_approve: false })
    .ok;
const toEnd = (sandbox: Sandbox): void => sandbox.seek(Number.MAX_SAFE_INTEGER);
const types = (sandbox: Sandbox): string[] =>
  sandbox.store.getState().scenario.actions.map((action) => action.type);

/** A run that was confirmed; then back to where it waited, and discarded instead. */
function parted(): { sandbox: Sandbox; waited: number } {
  const sandbox = open();
  start(sandbox);
  toEnd(sandbox);
  const waited = sandbox.store.getState().cursor;
  expect(changes(sandbox, { type: 'confirm', run: 'run-1' })).toBe(true);
  toEnd(sandbox);
  sandbox.seek(waited);
  expect(changes(sandbox, { type: 'discard', run: 'run-1' })).toBe(true);
  return { sandbox, waited };
}

describe('attempts', () => {
  it('keeps what came later when something else is done in the past', () => {
    const { sandbox, waited } = parted();
    const { attempts } = sandbox.store.getState();
    expect(types(sandbox)).toEqual(['start_run', 'discard']);
    expect(attempts).toHaveLength(1);
    expect(attempts[0]).toMatchObject({ number: 1, event: waited });
    expect(attempts[0]?.board.scenario.actions.map((action) => action.type)).toEqual([
      'start_run',
      'confirm',
    ]);
  });

  it('keeps nothing where one goes on from the end, looks around, or moves a station', () => {
    const sandbox = open();
    start(sandbox);
    toEnd(sandbox);
    sandbox.seek(2);
    sandbox.perform({ type: 'move_boxes', positions: { [NETWORK]: { x: 5, y: 5 } } });
    toEnd(sandbox);
    sandbox.perform({ type: 'confirm', run: 'run-1' });
    expect(sandbox.store.getState().attempts).toEqual([]);
  });

  it('keeps what was seen later even where nothing was done there', () => {
    const sandbox = open();
    start(sandbox);
    toEnd(sandbox);
    sandbox.seek(2);
    sandbox.perform({ type: 'set', workspace: NETWORK, settings: { auto_apply: true } });
    expect(sandbox.store.getState().attempts).toHaveLength(1);
  });

  it('keeps what could have been done again when redo is cleared', () => {
    const sandbox = open();
    start(sandbox);
    toEnd(sandbox);
    sandbox.perform({ type: 'confirm', run: 'run-1' });
    sandbox.undo();
    sandbox.perform({ type: 'discard', run: 'run-1' });
    const { attempts, future } = sandbox.store.getState();
    expect(future).toEqual([]);
    expect(attempts.map(({ board }) => board.scenario.actions.at(-1)?.type)).toEqual(['confirm']);
  });

  it('AC 17: names the first event that differs, on both sides', () => {
    const { sandbox, waited } = parted();
    const { attempts, simulatedScenario } = sandbox.store.getState();
    const [attempt] = attempts;
    if (attempt === undefined) throw new Error('no attempt');
    const found = branchDifference(attempt.board.scenario, simulatedScenario);
    expect(found?.event).toBe(waited);
    expect(found?.left).toEqual(simulationOf(attempt.board.scenario).log[waited]);
    expect(found?.now).toEqual(simulationOf(simulatedScenario).log[waited]);
    expect(branchDifference(simulatedScenario, { ...simulatedScenario })).toBeNull();
  });

  it('puts an attempt back as one undo unit and keeps the present one in turn', () => {
    const { sandbox } = parted();
    const before = sandbox.store.getState().past.length;
    sandbox.perform({ type: 'put_back', attempt: 1 });
    expect(types(sandbox)).toEqual(['start_run', 'confirm']);
    expect(sandbox.store.getState().past).toHaveLength(before + 1);
    const kept = sandbox.store.getState().attempts.map(({ board }) => board.scenario.actions.at(-1)?.type);
    expect(kept).toEqual(['confirm', 'discard']);
    sandbox.undo();
    expect(types(sandbox)).toEqual(['start_run', 'discard']);
    expect(sandbox.store.getState().attempts).toHaveLength(2);
  });

  it('drops one, and stops comparing with it', () => {
    const { sandbox } = parted();
    const { past } = sandbox.store.getState();
    sandbox.compare(1);
    sandbox.dropAttempt(1);
    expect(sandbox.store.getState()).toMatchObject({ attempts: [], comparing: null });
    expect(sandbox.store.getState().past).toBe(past);
  });

  it('keeps the last ten, numbered on, and none twice', () => {
    const { scenario, positions, hcl } = open().store.getState();
    const branch = (length: number) => {
      const unlock = { type: 'unlock', workspace: NETWORK } as const;
      const actions = Array.from({ length }, () => unlock);
      return { board: { scenario: { ...scenario, actions }, positions, hcl, cursor: 0 }, event: 0, at: 0 };
    };
    const lengths = [...Array(KEPT + 3).keys(), KEPT, KEPT + 2];
    const kept = lengths.map(branch).reduce<readonly Branch[]>(withBranch, []);
    expect(kept.map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('the first difference is the first place at which the two logs are not the same (property)', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.boolean(), (back, on) => {
        const { sandbox } = parted();
        toEnd(sandbox);
        sandbox.seek(back);
        sandbox.perform({ type: 'set', workspace: NETWORK, settings: { auto_apply: on } });
        const { attempts, simulatedScenario } = sandbox.store.getState();
        for (const { board } of attempts) {
          const found = branchDifference(board.scenario, simulatedScenario);
          const [a, b] = [simulationOf(board.scenario).log, simulationOf(simulatedScenario).log];
          const until = found?.event ?? Math.max(a.length, b.length);
          expect(a.slice(0, until)).toEqual(b.slice(0, until));
          expect(branchDifference(simulatedScenario, board.scenario)?.event).toBe(found?.event);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the slider', () => {
  it('AC 15: says where it stands: the event, whose run, how it stands, and the second', () => {
    const sandbox = open();
    start(sandbox);
    toEnd(sandbox);
    const words = () => {
      const state = sandbox.store.getState();
      return describePlace(
        simulationOf(state.simulatedScenario).log,
        state.cursor,
        state.simulatedScenario,
        snapshotOf(state),
      );
    };
    expect(words()).toMatch(/^event (\d+) of \1: network run 1, Needs confirmation, \d+ s$/);
    sandbox.seek(0);
    expect(words()).toMatch(/^event 0 of \d+: the start$/);
  });
});
