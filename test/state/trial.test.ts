import { describe, expect, it } from 'vitest';
import { goalChange } from '#engine/levels/goalChange.ts';
import type { Edit } from '#model/edits/index.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import type { Command } from '#state/board/command.ts';
import { describeRefusal } from '#state/board/refusal.ts';
import { trialWhen, tryOut } from '#state/whatIf/trial.ts';
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
  sandbox.perform(trigger);
  sandbox.perform({
    type: 'start_run',
    workspace: 'acme/network',
    source: 'tfe-ui',
    mode: 'standard',
    auto_approve: false,
  });
  sandbox.seek(Number.MAX_SAFE_INTEGER);
  sandbox.perform({ type: 'confirm', run: 'run-1' });
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
      for (const when of trialWhen(sandbox, trial))
        expect(tryOut(sandbox, trial, when)).toMatchObject({ ok: true });
    expect(sandbox.store.getState()).toBe(state);
    expect(JSON.stringify(storage.entries)).toBe(kept);
  });

  it('says in words what is refused, and leaves it untold on the board', () => {
    const { sandbox } = played();
    const state = sandbox.store.getState();
    const refused = tryOut(sandbox, { type: 'confirm', run: 'run-1' }, 'now');
    if (refused.ok) throw new Error('not refused');
    expect(describeRefusal(refused.refusal).message).toMatch(/^Refused: .*run-1/);
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
          if (!tried.ok) throw new Error(tried.refusal.code);
          const { sandbox: other } = played();
          other.seek(at);
          expect(other.perform(trial, { when })).toMatchObject({ ok: true, value: {} });
          expect(scenarioOf(other)).toEqual(tried.value.scenario);
        }
      }
  });

  it('from here on: the same dated action as a control of the board makes', () => {
    const { sandbox } = played();
    const { sandbox: byHand } = played();
    expect(trialWhen(sandbox, auto)).toEqual(['start', 'now']);
    sandbox.perform(auto, { when: 'now' });
    byHand.perform(auto);
    expect(scenarioOf(sandbox)).toEqual(scenarioOf(byHand));
    expect(scenarioOf(sandbox).actions.at(-1)).toMatchObject({ type: 'set', workspace: 'acme/platform' });
  });

  it('from the start: the set-up is another one, and what was done is done again', () => {
    const { sandbox } = played();
    const before = scenarioOf(sandbox);
    sandbox.perform(auto, { when: 'start' });
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
    if (!tried.ok) throw new Error(tried.refusal.code);
    expect(goalChange(level, scenarioOf(sandbox), tried.value.scenario).gained).not.toEqual([]);
    expect(goalChange(level, tried.value.scenario, scenarioOf(sandbox)).lost).not.toEqual([]);
    expect(goalChange(level, tried.value.scenario, tried.value.scenario)).toEqual({ gained: [], lost: [] });
    sandbox.perform(trial, { when: 'start' });
    byHand.perform(edit);
    expect(scenarioOf(sandbox)).toEqual(scenarioOf(byHand));
    const foreign: Command = { type: 'lock', workspace: 'acme/network' };
    expect(trialWhen(sandbox, foreign)).toEqual([]);
  });
});
