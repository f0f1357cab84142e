import { describe, expect, it } from 'vitest';
import { goalChange } from '#engine/levels/goalChange.ts';
import type { Edit } from '#model/edits/index.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import type { Command } from '#state/board/commands.ts';
import { carryOut, trialWhen, tryOut } from '#state/whatIf/trial.ts';
import { LEVELS } from '../support/levels.ts';
import { memory } from './memory.ts';

const level = LEVELS.find(({ id }) => id.startsWith('02'));
if (level === undefined) throw new Error('no level 2');

const trigger: Edit = { type: 'create_run_trigger', sourceable: 'acme/network', workspace: 'acme/platform' };
const auto: Edit = {
  type: 'set',
  workspace: 'acme/platform',
  settings: { auto_apply_run_trigger: true },
};

/** The free board with a run of network applied, and one of platform that waits. */
function played() {
  const storage = memory();
  const sandbox = createSandboxStore(storage);
  sandbox.edit(trigger);
  sandbox.act({
    type: 'start_run',
    workspace: 'acme/network',
    source: 'tfe-ui',
    mode: 'standard',
    auto_approve: false,
  });
  sandbox.seek(Number.MAX_SAFE_INTEGER);
  sandbox.act({ type: 'confirm', run: 'run-1' });
  sandbox.seek(Number.MAX_SAFE_INTEGER);
  return { storage, sandbox };
}
const scenarioOf = ({ store }: Sandbox) => store.getState().scenario;
const TRIALS: readonly Command[] = [
  auto,
  { type: 'delete_run_trigger', sourceable: 'acme/network', workspace: 'acme/platform' },
  { type: 'share', sourceable: 'acme/app', workspace: 'acme/platform' },
  { type: 'confirm', run: 'run-2' },
];

describe('AC 25: a what-if never alters session, score or autosave unless it is applied', () => {
  it('leaves the state of the board and everything that is kept as they were', () => {
    const { storage, sandbox } = played();
    const state = sandbox.store.getState();
    const kept = JSON.stringify(storage.entries);
    for (const trial of TRIALS)
      for (const when of trialWhen(sandbox, trial)) expect(tryOut(sandbox, trial, when)).toBeTypeOf('object');
    expect(sandbox.store.getState()).toBe(state);
    expect(JSON.stringify(storage.entries)).toBe(kept);
  });

  it('says in words what is refused, and leaves it untold on the board', () => {
    const { sandbox } = played();
    const state = sandbox.store.getState();
    const refused = tryOut(sandbox, { type: 'confirm', run: 'run-1' }, 'now');
    expect(refused).toMatch(/^Refused: .*run-1/);
    expect(sandbox.store.getState()).toBe(state);
  });
});

describe('AC 26: applying a what-if equals making the edit by hand', () => {
  it('gives the board that was tried, at each moment', () => {
    for (const trial of TRIALS)
      for (const at of [3, Number.MAX_SAFE_INTEGER]) {
        const { sandbox } = played();
        sandbox.seek(at);
        for (const when of trialWhen(sandbox, trial)) {
          if (at === 3 && trial.type === 'confirm') continue;
          const tried = tryOut(sandbox, trial, when);
          if (typeof tried === 'string') throw new Error(tried);
          const { sandbox: other } = played();
          other.seek(at);
          expect(carryOut(other, trial, when)).toBe(true);
          expect(scenarioOf(other)).toEqual(tried.scenario);
        }
      }
  });

  it('from here on: the same dated action as a control of the board makes', () => {
    const { sandbox } = played();
    const { sandbox: byHand } = played();
    expect(trialWhen(sandbox, auto)).toEqual(['start', 'now']);
    carryOut(sandbox, auto, 'now');
    byHand.edit(auto);
    expect(scenarioOf(sandbox)).toEqual(scenarioOf(byHand));
    expect(scenarioOf(sandbox).actions.at(-1)).toMatchObject({ type: 'set', workspace: 'acme/platform' });
  });

  it('from the start: the set-up is another one, and what was done is done again', () => {
    const { sandbox } = played();
    const before = scenarioOf(sandbox);
    carryOut(sandbox, auto, 'start');
    expect(scenarioOf(sandbox).actions).toEqual(before.actions);
    expect(scenarioOf(sandbox).layout).not.toEqual(before.layout);
    sandbox.undo();
    expect(scenarioOf(sandbox)).toEqual(before);
  });

  it('in a level: the same edit as the palette makes, only when the level offers it', () => {
    const [edit] = level.solution.edits;
    if (edit === undefined) throw new Error('level 2 is solved without an edit');
    const trial: Command = edit;
    const [sandbox, byHand] = [
      createSandboxStore(memory(), { level }),
      createSandboxStore(memory(), { level }),
    ];
    expect(trialWhen(sandbox, trial)).toContain('start');
    const tried = tryOut(sandbox, trial, 'start');
    if (typeof tried === 'string') throw new Error(tried);
    expect(goalChange(level, scenarioOf(sandbox), tried.scenario).gained).not.toEqual([]);
    expect(goalChange(level, tried.scenario, scenarioOf(sandbox)).lost).not.toEqual([]);
    expect(goalChange(level, tried.scenario, tried.scenario)).toEqual({ gained: [], lost: [] });
    carryOut(sandbox, trial, 'start');
    byHand.edit(edit);
    expect(scenarioOf(sandbox)).toEqual(scenarioOf(byHand));
    const foreign: Command = { type: 'lock', workspace: 'acme/network' };
    expect(trialWhen(sandbox, foreign)).toEqual([]);
  });
});
