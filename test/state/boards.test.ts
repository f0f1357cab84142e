import { describe, expect, it } from 'vitest';
import { parseActions } from '#model/scenario/action.ts';
import type { Sandbox } from '#state/board/boardStore.ts';
import { createBoards } from '#state/boards/boards.ts';
import { loadBoard, saveBoard } from '#state/boards/boardStorage.ts';
import { freshBoard, simulationOf } from '#state/board/board.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { TEMPLATES } from '#state/boards/templates.ts';
import { takeShared } from '#state/boards/takeShared.ts';
import { refusalOf } from '../support/performed.ts';
import { memory } from './memory.ts';

const addWorkspace = (sandbox: Sandbox, name: string) => {
  const organization = sandbox.store.getState().scenario.layout.organizations[0]?.name ?? '';
  expect(refusalOf(sandbox, { type: 'add_workspace', organization, name, project: null })).toBeNull();
};

const board = (n: 0 | 1) => freshBoard({ layout: (TEMPLATES[n] ?? TEMPLATES[0]).layout, actions: [] });
const sandboxOf = (boards: ReturnType<typeof createBoards>) =>
  createSandboxStore(boards.slot(boards.current().id));
const namesIn = (sandbox: ReturnType<typeof createSandboxStore>) =>
  sandbox.store.getState().scenario.layout.workspaces.map(({ name }) => name);

describe('several named boards', () => {
  it('takes over the one board of an earlier version', () => {
    const storage = memory();
    saveBoard(storage, board(1));
    const before = storage.entries['runchain.sandbox.board'];
    const boards = createBoards(storage);
    expect(boards.list()).toEqual([{ id: 'b1', name: 'My board' }]);
    expect(storage.entries).not.toHaveProperty(['runchain.sandbox.board']);
    expect(storage.entries['runchain.sandbox.board.b1']).toBe(before);
    expect(loadBoard(boards.slot('b1'))).toMatchObject({ state: 'loaded' });
  });

  it('keeps every board, which one is shown, and their names over a reload', () => {
    const storage = memory();
    const boards = createBoards(storage);
    addWorkspace(sandboxOf(boards), 'one');
    boards.create('Second', board(1));
    addWorkspace(sandboxOf(boards), 'two');
    boards.rename('b2', 'Renamed');
    const again = createBoards(storage);
    expect(again.list().map(({ name }) => name)).toEqual(['My board', 'Renamed']);
    expect(again.current().name).toBe('Renamed');
    expect(namesIn(sandboxOf(again))).toContain('two');
    again.select('b1');
    expect(namesIn(sandboxOf(again))).toContain('one');
    expect(namesIn(sandboxOf(again))).not.toContain('two');
  });

  it('a tab comes back to the board that it showed', () => {
    const storage = memory();
    const tab = memory();
    const first = createBoards(storage, tab);
    first.create('Mine', board(0));
    const other = createBoards(storage, memory());
    other.select('b1');
    expect(createBoards(storage, tab).current().name).toBe('Mine');
  });

  it('duplicates, removes and brings back; the last board stays', () => {
    const storage = memory();
    const boards = createBoards(storage);
    addWorkspace(sandboxOf(boards), 'extra');
    boards.duplicate('b1');
    expect(boards.current().name).toBe('My board, copy');
    expect(namesIn(sandboxOf(boards))).toContain('extra');
    const removed = boards.remove('b2');
    expect(boards.list()).toHaveLength(1);
    expect(storage.entries).not.toHaveProperty(['runchain.sandbox.board.b2']);
    expect(boards.remove('b1')).toBeNull();
    if (removed === null) throw new Error('was not removed');
    boards.restore(removed);
    expect(boards.current().name).toBe('My board, copy');
    expect(namesIn(sandboxOf(boards))).toContain('extra');
  });

  it('never gives two boards one name', () => {
    const boards = createBoards(memory());
    boards.create('A', null);
    boards.create('A', null);
    boards.rename('b1', 'A');
    expect(boards.list().map(({ name }) => name)).toEqual(['A 3', 'A', 'A 2']);
  });

  it('finds the boards again where the list is broken', () => {
    const storage = memory();
    const boards = createBoards(storage);
    boards.create('Second', board(1));
    storage.setItem('runchain.sandbox.boards', '{"version":1,"boards":[{]}');
    expect(createBoards(storage).list()).toEqual([{ id: 'b2', name: 'Board 2' }]);
  });

  it('sets aside one that cannot be read, and leaves the others alone', () => {
    const storage = memory({ 'runchain.sandbox.board.b1': '{"version":1,"scenario":{"layout":3}}' });
    const boards = createBoards(storage);
    const sandbox = sandboxOf(boards);
    expect(sandbox.store.getState().storage).toBe('unreadable');
    addWorkspace(sandbox, 'new');
    expect(storage.entries['runchain.sandbox.board.b1.unreadable']).toContain('"layout":3');
    expect(storage.entries['runchain.sandbox.board.b1']).toContain('"new"');
  });
});

describe('two tabs with one board', () => {
  function twoTabs() {
    const storage = memory();
    sandboxOf(createBoards(storage)).seek(0);
    const [a, b] = [createBoards(storage), createBoards(storage)];
    const [here, there] = [sandboxOf(a), sandboxOf(b)];
    const kept = () => storage.entries['runchain.sandbox.board.b1'] ?? '';
    return { a, b, here, there, kept, storage };
  }

  it('never writes over what the other tab wrote', () => {
    const { a, here, there, kept } = twoTabs();
    addWorkspace(here, 'mine');
    addWorkspace(there, 'theirs');
    expect(kept()).toContain('"mine"');
    expect(kept()).not.toContain('"theirs"');
    expect(a.slot('b1').conflict()).toBe(false);
  });

  it('offers the own copy, the other one, or both', () => {
    for (const choice of ['mine', 'theirs', 'both'] as const) {
      const { b, here, there, kept, storage } = twoTabs();
      addWorkspace(here, 'one');
      addWorkspace(there, 'other');
      const slot = b.slot('b1');
      expect(slot.conflict()).toBe(true);
      expect(slot.unsaved()).toBe(true);
      if (choice === 'mine') slot.keepMine();
      if (choice === 'theirs') b.select('b1');
      if (choice === 'both') slot.keepBoth();
      expect(kept().includes('"other"')).toBe(choice === 'mine');
      expect(kept().includes('"one"')).toBe(choice !== 'mine');
      if (choice === 'theirs') expect(namesIn(sandboxOf(b))).toContain('one');
      if (choice === 'both') {
        expect(namesIn(sandboxOf(b))).toContain('other');
        expect(storage.entries['runchain.sandbox.board.b2']).toContain('"other"');
      }
      expect(b.slot(b.current().id).conflict()).toBe(false);
    }
  });

  it('moving through the log in both is no conflict', () => {
    const { b, here, there } = twoTabs();
    here.seek(0);
    there.seek(0);
    expect(b.slot('b1').conflict()).toBe(false);
  });

  it('says so as soon as it hears of it', () => {
    const { b, here } = twoTabs();
    addWorkspace(here, 'one');
    b.slot('b1').notice();
    expect(b.slot('b1').conflict()).toBe(true);
    expect(b.slot('b1').unsaved()).toBe(false);
  });
});

describe('where the browser keeps nothing', () => {
  it('the boards live as long as the page', () => {
    const boards = createBoards(null);
    expect(boards.blocked).toBe(true);
    addWorkspace(sandboxOf(boards), 'one');
    boards.create('Second', board(1));
    boards.select('b1');
    expect(namesIn(sandboxOf(boards))).toContain('one');
  });
});

describe('the board of a share link', () => {
  it('is put beside the own boards, none of which changes, and can be discarded', () => {
    const storage = memory();
    saveBoard(storage, board(1));
    const boards = createBoards(storage);
    const own = storage.entries['runchain.sandbox.board.b1'];
    const { copy } = takeShared(boards, { scenario: board(0).scenario });
    expect(boards.list().map(({ name }) => name)).toEqual(['My board', 'Shared board']);
    expect(boards.current().id).toBe(copy?.id);
    expect(namesIn(sandboxOf(boards))).toEqual(board(0).scenario.layout.workspaces.map(({ name }) => name));
    addWorkspace(sandboxOf(boards), 'more');
    expect(storage.entries['runchain.sandbox.board.b1']).toBe(own);
    boards.remove(copy?.id ?? '');
    boards.select(copy?.before ?? '');
    expect(boards.current().name).toBe('My board');
    expect(storage.entries['runchain.sandbox.board.b1']).toBe(own);
  });

  it.each([
    [3, 3],
    [0, 0],
    [1e9, 'all'],
    [undefined, 'all'],
  ] as const)('that says event %s is shown at %s', (cursor, shown) => {
    const boards = createBoards(memory());
    const layout = board(0).scenario.layout;
    const [{ organization, name } = { organization: '', name: '' }] = layout.workspaces;
    const actions = parseActions([{ type: 'start_run', workspace: `${organization}/${name}` }], layout);
    const scenario = { layout, actions: actions.ok ? actions.value : [] };
    const { length } = simulationOf(scenario).log;
    expect(length).toBeGreaterThan(4);
    takeShared(boards, { scenario, cursor });
    expect(sandboxOf(boards).store.getState().cursor).toBe(shown === 'all' ? length : shown);
  });

  it('is not opened where there is no room for it, and the own board stays selected', () => {
    const storage = memory();
    saveBoard(storage, board(1));
    const boards = createBoards(storage);
    const setItem = storage.setItem;
    storage.setItem = (key, value) => {
      if (key.startsWith('runchain.sandbox.board.b')) throw new DOMException('full', 'QuotaExceededError');
      setItem(key, value);
    };
    expect(takeShared(boards, { scenario: board(0).scenario })).toMatchObject({
      copy: null,
      words: expect.stringContaining('no room'),
    });
    expect(boards.list()).toEqual([{ id: 'b1', name: 'My board' }]);
    expect(boards.current().id).toBe('b1');
  });
});
