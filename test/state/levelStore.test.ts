import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeLayout } from '#engine/levels/grade.ts';
import type { OfferedChange } from '#engine/levels/palette.ts';
import { type Edit, isEdit } from '#model/edits/index.ts';
import type { Level } from '#model/level/level.ts';
import { levelKey } from '#state/boards/boardStorage.ts';
import { snapshotOf, simulationOf } from '#state/board/board.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import { changes } from '../support/performed.ts';
import { levelOf } from '../engine/levelOf.ts';
import { LEVELS } from '../support/levels.ts';
import { memory } from './memory.ts';

const byNumber = (n: number): Level => {
  const level = LEVELS.find(({ id }) => id.startsWith(String(n).padStart(2, '0')));
  if (level === undefined) throw new Error(`no level ${n}`);
  return level;
};
const open = (level: Level, storage = memory()): Sandbox => createSandboxStore(storage, { level });
const hash = ({ store }: Sandbox): string => JSON.stringify(store.getState().scenario);
const grade = ({ store }: Sandbox, level: Level) =>
  gradeLayout(level, store.getState().scenario.layout, store.getState().scenario.actions);

/** Does a thing now, with the command that the controls of the board use for it. */
function make(sandbox: Sandbox, change: OfferedChange): boolean {
  if (isEdit(change)) return changes(sandbox, change);
  const { at: _, as: __, ...now } = change;
  return changes(sandbox, now);
}

/** Does what a solution does, at the same seconds and by the same teams. */
function solve(sandbox: Sandbox, level: Level): void {
  for (const edit of level.solution.edits) expect(changes(sandbox, edit), JSON.stringify(edit)).toBe(true);
  for (const action of level.solution.actions) {
    if (action.at === undefined) sandbox.seek(Number.MAX_SAFE_INTEGER);
    else sandbox.waitUntil(action.at);
    sandbox.actAs(action.as ?? null);
    sandbox.setWhen('now');
    expect(make(sandbox, action), JSON.stringify(action)).toBe(true);
  }
}

describe('a level on the board', () => {
  it.each(LEVELS.map((level) => [level.id, level] as const))(
    'AC 37: %s: the solution can be done with the commands of the board, and earns three stars twice',
    (_, level) => {
      const sandbox = open(level);
      solve(sandbox, level);
      const first = grade(sandbox, level);
      expect(first.stars, JSON.stringify(first.checks)).toBe(3);
      sandbox.perform({ type: 'reset_level' });
      expect(grade(sandbox, level).passed).toBe(false);
      sandbox.setWhen('start');
      solve(sandbox, level);
      expect(grade(sandbox, level)).toEqual(first);
    },
  );

  it('begins before its script, with its triggers standing, and plays it', () => {
    const level = byNumber(3);
    const { store } = open(level);
    const { simulatedScenario, scenario, cursor } = store.getState();
    expect(scenario.actions).toEqual([]);
    expect(simulatedScenario.actions).toEqual(level.probes[0]?.script);
    expect(snapshotOf(store.getState()).runs).toEqual([]);
    expect(snapshotOf(store.getState()).triggers).toHaveLength(2);
    expect(simulationOf(simulatedScenario).log.length).toBeGreaterThan(cursor);
  });

  it('plays any of its probes with its faults, and neither is in what the learner did', () => {
    const sandbox = open(byNumber(5));
    const before = hash(sandbox);
    sandbox.chooseProbe('dns-fails');
    const runs = simulationOf(sandbox.store.getState().simulatedScenario).result.runs;
    expect(runs.find((run) => run.workspace === 'acme/dns')?.status).toBe('errored');
    expect(hash(sandbox)).toBe(before);
  });

  it('takes a setting that both parts of the palette have as the switch says', () => {
    const edit: Edit = { type: 'set', workspace: 'acme/app', settings: { auto_apply: true } };
    const level = levelOf({
      palette: {
        edits: [{ ...edit, workspace: 'app' }],
        actions: [{ ...edit, workspace: 'app' }],
      },
      mistakes: [],
      solution: { edits: [] },
    });
    const sandbox = open(level);
    sandbox.perform(edit);
    expect(sandbox.store.getState().scenario.actions).toEqual([]);
    sandbox.perform({ type: 'reset_level' });
    sandbox.setWhen('now');
    sandbox.perform(edit);
    expect(sandbox.store.getState().scenario.actions).toMatchObject([{ type: 'set', at: 0 }]);
  });

  it('refuses what it does not offer in words, and lets one take back what one did', () => {
    const level = byNumber(2);
    const sandbox = open(level);
    const before = hash(sandbox);
    const foreign: Edit = { type: 'create_run_trigger', sourceable: 'acme/app', workspace: 'acme/network' };
    expect(sandbox.notOffered(foreign)).toEqual({ code: 'not_offered' });
    expect(sandbox.perform(foreign).ok).toBe(false);
    expect(sandbox.store.getState().message.text).toMatch(/does not offer/);
    expect(hash(sandbox)).toBe(before);
    const { run_triggers } = level.layout;
    const [trigger] = run_triggers;
    if (trigger === undefined) throw new Error('level 2 has a trigger');
    expect(changes(sandbox, { type: 'delete_run_trigger', ...trigger })).toBe(true);
    // Adding it again is not in the palette; it brings back the start.
    expect(changes(sandbox, { type: 'create_run_trigger', ...trigger })).toBe(true);
    expect(hash(sandbox)).toBe(before);
  });

  it('offers a list that says how the world is only as the palette has it', () => {
    const level = byNumber(29);
    const sandbox = open(level);
    const [offered] = level.palette.edits;
    if (offered?.type !== 'set') throw new Error('level 29 offers run tasks');
    const kinder = (offered.settings.run_tasks ?? []).map((task) => ({ ...task, passes: true }));
    const before = hash(sandbox);
    expect(sandbox.perform({ ...offered, settings: { run_tasks: kinder } }).ok).toBe(false);
    expect(sandbox.store.getState().message.text).toMatch(/does not offer that value/);
    expect(hash(sandbox)).toBe(before);
    expect(changes(sandbox, offered)).toBe(true);
  });

  it('takes back an action where the palette has no action against it', () => {
    const sandbox = open(byNumber(23));
    expect(changes(sandbox, { type: 'lock', workspace: 'acme/app' })).toBe(true);
    expect(sandbox.store.getState().scenario.actions).toHaveLength(1);
    expect(changes(sandbox, { type: 'unlock', workspace: 'acme/app' })).toBe(true);
    expect(sandbox.store.getState().scenario.actions).toEqual([]);
  });

  it('names the workspace of a run instead of its number, which another probe numbers otherwise', () => {
    const sandbox = open(byNumber(2));
    sandbox.seek(Number.MAX_SAFE_INTEGER);
    const run = snapshotOf(sandbox.store.getState()).runs.find((r) => r.waiting_for === 'confirmation');
    expect(changes(sandbox, { type: 'confirm', run: run?.id })).toBe(true);
    expect(sandbox.store.getState().scenario.actions).toEqual([{ type: 'confirm', workspace: 'acme/app' }]);
  });

  it('is kept under a key of its own, and comes back', () => {
    const level = byNumber(1);
    const storage = memory();
    const sandbox = open(level, storage);
    sandbox.perform({ type: 'create_run_trigger', sourceable: 'acme/network', workspace: 'acme/app' });
    expect(Object.keys(storage.entries)).toEqual([levelKey(level.id)]);
    expect(open(level, storage).store.getState().scenario).toEqual(sandbox.store.getState().scenario);
    expect(open(byNumber(2), storage).store.getState().scenario.actions).toEqual([]);
  });

  it('sets aside what was kept of a level that is another one now', () => {
    const storage = memory();
    const level = levelOf();
    const sandbox = open(level, storage);
    sandbox.perform({ type: 'set', workspace: 'acme/network', settings: { global_remote_state: true } });
    const changed = levelOf({ palette: { edits: level.palette.edits.slice(0, 1) }, mistakes: [] });
    const { store } = open(changed, storage);
    expect(store.getState().storage).toBe('unreadable');
    expect(storage.entries[`${levelKey(level.id)}.unreadable`]).toContain('global_remote_state');
    expect(store.getState().scenario.layout).toEqual(changed.layout);
  });

  it('can be played where nothing can be kept', () => {
    const level = byNumber(1);
    const sandbox = createSandboxStore(null, { level });
    solve(sandbox, level);
    expect(grade(sandbox, level).stars).toBe(3);
    expect(sandbox.store.getState().storage).toBe('blocked');
  });

  it('takes no layout from elsewhere that it does not offer', () => {
    const level = byNumber(1);
    const sandbox = open(level);
    const before = hash(sandbox);
    const wider = {
      ...level.layout,
      workspaces: level.layout.workspaces.map((w) => ({ ...w, global_remote_state: true })),
    };
    sandbox.perform({ type: 'replace_layout', layout: wider, words: 'never said' });
    expect(hash(sandbox)).toBe(before);
  });
});

describe('undo and reset in a level', () => {
  it('AC 47: n undos give the start, n redos the end, a reset is one of them, and nothing but the palette is reached', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS),
        fc.array(fc.tuple(fc.nat(), fc.nat(120), fc.boolean()), { maxLength: 10 }),
        (level, steps) => {
          const sandbox = open(level);
          const seen = [hash(sandbox)];
          for (const [pick, at, later] of steps) {
            const moves = [...level.palette.edits, ...level.palette.actions];
            const move = moves[pick % (moves.length + 1)];
            if (later) sandbox.waitUntil(at * 4);
            if (move === undefined) sandbox.perform({ type: 'reset_level' });
            else make(sandbox, move);
            if (hash(sandbox) !== seen.at(-1)) seen.push(hash(sandbox));
          }
          expect(sandbox.store.getState().past).toHaveLength(seen.length - 1);
          for (const before of seen.slice(0, -1).reverse()) {
            sandbox.undo();
            expect(hash(sandbox)).toBe(before);
          }
          expect(sandbox.undo()).toBe(false);
          for (const after of seen.slice(1)) {
            sandbox.redo();
            expect(hash(sandbox)).toBe(after);
          }
          expect(sandbox.store.getState().storage).toBe('kept');
        },
      ),
      { numRuns: 200 },
    );
  });
});
