import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyEdit, isEdit } from '#model/edits/index.ts';
import type { Action } from '#model/scenario/action.ts';
import type { Sandbox } from '#state/board/boardStore.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import type { BoardCommand } from '#state/board/command.ts';
import { plan } from '#state/board/plan.ts';
import { describeNext, describeRefusal, type Refusal } from '#state/board/refusal.ts';
import { commandOf, steps } from '../arbitraries/command.ts';
import { calmScenario, cases, parsed, rawScenario } from '../arbitraries/scenario.ts';
import { levelOf } from '../engine/levelOf.ts';
import { LEVELS } from '../support/levels.ts';
import { boardIn, layoutOf, opened, run } from './boardDoing.ts';

vi.mock('#model/edits/index.ts', async (original) => {
  const edits = await original<typeof import('#model/edits/index.ts')>();
  return { ...edits, applyEdit: vi.fn(edits.applyEdit) };
});

const layout = layoutOf({
  projects: [{ name: 'core' }],
  workspaces: [{ name: 'a', variables: [{ key: 'k' }] }, { name: 'b' }],
  variable_sets: [{ name: 's' }, { name: 't' }],
  teams: [{ name: 'ops' }],
});
const started: Action = {
  type: 'start_run',
  workspace: 'acme/a',
  source: 'tfe-ui',
  mode: 'standard',
  auto_approve: false,
};
const free = () => opened(layout);
const played = () => opened(layout, [started]);
const level = levelOf();
const inLevel = () => createSandboxStore(null, { level });
const auto: BoardCommand = { type: 'set', workspace: 'acme/a', settings: { auto_apply: true } };
const arrow: BoardCommand = { type: 'create_run_trigger', sourceable: 'acme/a', workspace: 'acme/b' };
const offered: BoardCommand = {
  type: 'set',
  workspace: 'acme/network',
  settings: { global_remote_state: true },
};
const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `w${i}` }));

/** A command of each kind, on which board, and what is said of it; null where nothing would be different. */
const PLANS: [string, () => Sandbox, BoardCommand, string | null][] = [
  ['an edit of the set-up', free, auto, 'a: auto_apply on.'],
  ['an edit during play', played, auto, 'a: auto_apply on.'],
  [
    'an edit that no action makes',
    played,
    { type: 'set_priority', set: 's', priority: true },
    's: priority on. The set-up changed, so everything ran again from the start.',
  ],
  ['a trigger', free, arrow, 'a now triggers b.'],
  ['a trigger during play', played, arrow, 'a now triggers b.'],
  ['a lock', played, { type: 'lock', workspace: 'acme/b' }, 'b locked.'],
  ['an edit that a level offers', inLevel, offered, 'network: global_remote_state on.'],
  ['a run', free, run('acme/b'), 'Run started in b.'],
  ['a decision', played, { type: 'confirm', run: 'run-1' }, 'confirm: run-1.'],
  [
    'a workspace',
    free,
    { type: 'add_workspace', organization: 'acme', name: 'c', project: null },
    'c added.',
  ],
  ['the rules', played, { type: 'set_ruleset', ruleset: 'guide' }, 'Rules: study guide.'],
  ['clearing', played, { type: 'clear_runs' }, 'Runs cleared; the board stays as it is.'],
  ['arranging', free, { type: 'arrange' }, 'Arranged by layers.'],
  ['moving a box', free, { type: 'move_boxes', positions: { 'acme/a': { x: 1, y: 1 } } }, ''],
  [
    'another layout',
    played,
    { type: 'replace_layout', layout: layoutOf({ workspaces: [{ name: 'b' }] }), words: 'Followed.' },
    'Followed. 1 of 1 action had to do with what is gone, and went.',
  ],
  [
    'another board',
    free,
    { type: 'put_board', board: { scenario: { layout, actions: [started] } }, words: 'It is back.' },
    'It is back.',
  ],
  [
    'a board from elsewhere',
    played,
    { type: 'open_board', scenario: { layout, actions: [] }, words: '' },
    '',
  ],
  [
    'a level at its start',
    inLevel,
    { type: 'reset_level' },
    'The level is as it was at the start. Undo brings your changes back.',
  ],

  ['the same value', free, { type: 'set', workspace: 'acme/a', settings: { auto_apply: false } }, null],
  ['the same value during play', played, { type: 'unlock', workspace: 'acme/a' }, null],
  ['a workspace that is not there', played, { type: 'lock', workspace: 'acme/none' }, null],
  ['the same priority', played, { type: 'set_priority', set: 's', priority: false }, null],
  ['the same name', free, { type: 'rename_workspace', workspace: 'acme/a', name: 'a' }, null],
  ['the same rules', free, { type: 'set_ruleset', ruleset: 'hcp' }, null],
  ['nothing to clear', free, { type: 'clear_runs' }, null],
  ['a box that stays', free, { type: 'move_boxes', positions: {} }, null],
  ['an attempt that is not there', free, { type: 'put_back', attempt: 3 }, null],
];

/** A command that is refused, for each reason. */
const REFUSALS: [() => Sandbox, BoardCommand, Partial<Refusal>, RegExp][] = [
  [inLevel, arrow, { code: 'not_offered' }, /^This level does not offer that\.$/],
  [inLevel, run('acme/network'), { code: 'not_offered' }, /^This level does not offer that\.$/],
  [inLevel, { type: 'set_ruleset', ruleset: 'guide' }, { code: 'not_offered' }, /^This level/],
  [
    inLevel,
    { type: 'replace_layout', layout: { ...level.layout, workspaces: [] }, words: '' },
    { code: 'layout_not_offered' },
    /all of that/,
  ],
  [
    () => opened(layoutOf({ workspaces: many(500) })),
    { type: 'add_workspace', organization: 'acme', name: 'x', project: null },
    { code: 'limit', of: 'workspaces' },
    /at most 500 workspaces/,
  ],
  [
    () =>
      opened(
        layoutOf({
          workspaces: many(500),
          run_triggers: Array.from({ length: 2_000 }, (_, i) => ({
            sourceable: `w${i % 20}`,
            workspace: `w${100 + Math.floor(i / 20)}`,
          })),
        }),
      ),
    { type: 'create_run_trigger', sourceable: 'acme/w0', workspace: 'acme/w400' },
    { code: 'limit', of: 'triggers' },
    /at most 2000 run triggers/,
  ],
  [
    () =>
      opened(
        layout,
        Array.from({ length: 200 }, () => ({ ...started, mode: 'plan_only' as const })),
      ),
    run('acme/a'),
    { code: 'limit', of: 'actions' },
    /at most 200 actions/,
  ],
  [free, { type: 'rename_set', set: 's', name: 't' }, { code: 'value' }, /^Not changed: .*twice/],
  [played, { type: 'rename_set', set: 's', name: 't' }, { code: 'value' }, /^Not changed: .*twice/],
  [free, { ...arrow, workspace: 'acme/a' }, { code: 'engine', index: 0 }, /^Refused: .*itself/],
  [played, { ...arrow, workspace: 'acme/a' }, { code: 'engine', index: 0 }, /^Refused: .*itself/],
  [played, { type: 'confirm', run: 'run-7' }, { code: 'engine' }, /^Refused: There is no such run/],
  [
    free,
    { type: 'add_workspace', organization: 'acme', name: 'a b', project: null },
    { code: 'name_form' },
    /letters/,
  ],
  [
    free,
    { type: 'rename_workspace', workspace: 'acme/a', name: 'b' },
    { code: 'name_taken', name: 'b' },
    /already/,
  ],
  [
    free,
    { type: 'delete_organization', organization: 'acme' },
    { code: 'has_workspaces', organization: 'acme' },
    /Delete them first/,
  ],
  [
    () => opened(layoutOf({ workspaces: [] })),
    { type: 'delete_organization', organization: 'acme' },
    { code: 'last_organization' },
    /at least one/,
  ],
];

describe('a plan', () => {
  it.each(PLANS)(
    '%s: says what is put in place, or that nothing is, and changes nothing itself',
    (...row) => {
      const [, make, command, announcement] = row;
      const sandbox = make();
      const before = sandbox.store.getState();
      const found = plan(sandbox.board(), command);
      expect(sandbox.store.getState()).toBe(before);
      if (announcement === null) expect(found).toEqual({ ok: true, value: null });
      else expect(found).toMatchObject({ ok: true, value: { announcement } });
    },
  );

  it('has a code for each refusal, and words that end in what to do next', () => {
    for (const [make, command, refusal, words] of REFUSALS) {
      const sandbox = make();
      const before = sandbox.store.getState();
      const found = plan(sandbox.board(), command);
      expect(found, JSON.stringify(command)).toMatchObject({ ok: false, refusal });
      expect(sandbox.store.getState()).toBe(before);
      if (found.ok) continue;
      const { message, next } = describeRefusal(found.refusal);
      expect(message).toMatch(words);
      expect(describeNext(next)).toMatch(/\.$/);
    }
  });

  it('refuses in a level a value that it does not offer', () => {
    const tasks = LEVELS.find(({ id }) => id.startsWith('29'));
    const [edit] = tasks?.palette.edits ?? [];
    if (tasks === undefined || edit?.type !== 'set') throw new Error('level 29 offers run tasks');
    const kinder = (edit.settings.run_tasks ?? []).map((task) => ({ ...task, passes: true }));
    const sandbox = createSandboxStore(null, { level: tasks });
    const found = plan(sandbox.board(), { ...edit, settings: { run_tasks: kinder } });
    expect(found).toEqual({ ok: false, refusal: { code: 'value_not_offered' } });
  });
});

describe('a command', () => {
  it('puts what was planned into the store, and is announced once', { timeout: 300_000 }, () => {
    let done = 0;
    let refusals = 0;
    fc.assert(
      fc.property(fc.oneof(rawScenario, calmScenario), steps, fc.nat(6), (raw, all, back) => {
        const { layout: at, actions } = parsed(raw);
        const sandbox = opened(at, actions);
        sandbox.seek(sandbox.store.getState().cursor - back);
        for (const one of all) {
          const command = commandOf(boardIn(sandbox).layout, one);
          if (command === null) continue;
          const before = sandbox.store.getState();
          const wanted = plan(sandbox.board(), command);
          const found = sandbox.perform(command);
          const after = sandbox.store.getState();
          expect(found).toEqual(wanted);
          const told = after.message.turn - before.message.turn;
          if (!found.ok) {
            refusals++;
            expect(told).toBe(1);
            const { message, next } = describeRefusal(found.refusal);
            expect(after.message).toMatchObject({ text: message, next, urgent: true });
            expect([after.scenario, after.past]).toEqual([before.scenario, before.past]);
          } else if (found.value === null) {
            expect(after).toBe(before);
          } else {
            done++;
            expect(told).toBe(1);
            expect(after.message.text.startsWith(found.value.announcement)).toBe(true);
            expect(after.message.urgent).toBe(false);
            expect(after.scenario).toEqual(found.value.board.scenario);
            expect(after.positions).toEqual(found.value.board.positions ?? before.positions);
          }
        }
      }),
      cases(80),
    );
    expect(done).toBeGreaterThan(60);
    expect(refusals).toBeGreaterThan(5);
  });

  it('tells the engine’s refusal to the Why panel, and no other', () => {
    const sandbox = free();
    sandbox.perform({ ...arrow, workspace: 'acme/a' });
    const { refusal, why } = sandbox.store.getState();
    expect(refusal?.message).toMatch(/itself/);
    expect(why).toEqual({ kind: 'refusal' });
    sandbox.perform({ type: 'rename_set', set: 's', name: 't' });
    expect(sandbox.store.getState().refusal).toBe(refusal);
  });

  it('says under which number it keeps what came later', () => {
    const sandbox = played();
    sandbox.seek(0);
    sandbox.perform(run('acme/b'));
    expect(sandbox.store.getState().message.text).toBe(
      'Run started in b. What came later is kept as attempt 1.',
    );
  });

  it('applies an edit once, and in a level once to each board that is asked about it', () => {
    const applied = vi.mocked(applyEdit);
    for (const [, make, command] of PLANS) {
      if (!isEdit(command)) continue;
      const sandbox = make();
      applied.mockClear();
      sandbox.perform(command);
      expect(applied.mock.calls.length, JSON.stringify(command)).toBe(1);
    }
    for (const one of LEVELS) {
      const sandbox = createSandboxStore(null, { level: one });
      for (const when of ['start', 'now'] as const)
        for (const change of [...one.palette.edits, ...one.palette.actions]) {
          if (!isEdit(change)) continue;
          applied.mockClear();
          sandbox.perform(change, { when });
          const boards = applied.mock.calls.map(([on]) => on);
          expect(boards.length, one.id).toBeGreaterThan(0);
          expect(new Set(boards).size, one.id).toBe(boards.length);
        }
    }
  });
});
