import { describe, expect, it } from 'vitest';
import type { Entry } from '#model/quiz/entry.ts';
import type { Backend } from '#state/progress/backend.ts';
import { memoryBackend } from '#state/progress/memoryBackend.ts';
import { exportText, planImport } from '#state/progress/exchangeFile.ts';
import { createProgress } from '#state/progress/progressStore.ts';
import { lesson, names, session, surroundings, tab, texts } from './progressTabs.ts';

describe('progress that cannot be kept, or cannot be read', () => {
  /** A database that can be filled, and local storage that can. */
  const crowded = (more: { text?: boolean } = {}) => {
    const backend = memoryBackend();
    const full = { database: true, text: true, ...more };
    const refuse = () => Promise.reject(new Error('quota'));
    const quota: Backend = {
      ...backend,
      name: 'indexeddb',
      append: (entries) => (full.database ? refuse() : backend.append(entries)),
      putSession: (given) => (full.database ? refuse() : backend.putSession(given)),
      setAside: (things) => (full.database ? refuse() : backend.setAside(things)),
    };
    const storage = texts();
    const { write } = storage;
    storage.write = (key, value) => !full.text && write(key, value);
    return { backend, full, quota, storage };
  };

  it('keeps what a full storage refused until it can be written, and says so', async () => {
    const { full, quota, storage } = crowded({ text: false });
    const store = tab(storage, quota);
    await store.getState().append(lesson('a'));
    expect(names(store.getState().entries)).toEqual(['a']);
    expect(store.getState().notice).toMatch(/full or blocked/);
    full.database = false;
    const next = tab(storage, quota);
    await next.getState().load();
    expect(names(next.getState().entries)).toEqual(['a']);
  });

  it('writes what was refused with the next change, and takes the report back', async () => {
    const { backend, full, quota, storage } = crowded({ text: false });
    const store = tab(storage, quota);
    await store.getState().append(lesson('a'));
    full.database = false;
    await store.getState().append(lesson('b'));
    expect(store.getState().notice).toBeNull();
    expect(names((await backend.read()).entries as Entry[])).toEqual(['a', 'b']);
    expect(storage.keys().filter((key) => key.startsWith('runchain.journal'))).toEqual([]);
  });

  it('reads what full local storage holds, though it takes nothing more', async () => {
    const kept = texts();
    await tab(kept, null).getState().append(lesson('a'));
    const full = texts(Object.fromEntries(kept.kept), false);
    const store = tab(full, null);
    await store.getState().append(lesson('b'));
    expect(names(store.getState().entries)).toEqual(['a', 'b']);
    expect(store.getState().notice).toMatch(/full or blocked/);
    expect(full.kept.get('runchain.log')).toBe(kept.kept.get('runchain.log'));
  });

  it('sets aside what cannot be read of a journal that a dead tab left, and takes the rest', async () => {
    const [first] = await tab(texts(), memoryBackend()).getState().append(lesson('good'));
    const storage = texts({
      'runchain.journal.cut': '{"entries":[{"kind":"les',
      'runchain.journal.mixed': JSON.stringify({ entries: [first, { kind: 'odd' }], sessions: [7] }),
    });
    const backend: Backend = { ...memoryBackend(), name: 'indexeddb' };
    for (let visit = 0; visit < 2; visit++) {
      const store = tab(storage, backend);
      await store.getState().load();
      expect(names(store.getState().entries)).toEqual(['good']);
      expect(store.getState().aside).toEqual(['{"entries":[{"kind":"les', { kind: 'odd' }, 7]);
      expect(store.getState().notice).toMatch(/3 records/);
    }
    expect(storage.keys().filter((key) => key.startsWith('runchain.journal'))).toEqual([]);
  });

  it('puts a good entry in the place of a damaged one, and keeps what was there aside', async () => {
    const damaged = { id: 'e', at: 'no', kind: 'lesson' };
    const storage = texts();
    storage.kept.set(
      'runchain.log',
      JSON.stringify({ version: 2, entries: [damaged], sessions: [{ id: 's', data: 1 }], aside: [] }),
    );
    const file = exportText(
      {
        entries: [{ kind: 'lesson', id: 'e', at: 1, lesson: 'a', mark: 'read' }],
        sessions: [session('s', 1)],
        aside: [],
      },
      0,
      0,
    );
    const store = tab(storage, null);
    await store.getState().load();
    const plan = planImport(file, store.getState(), () => 0);
    if (!plan.ok) throw new Error(plan.problem.code);
    await store.getState().merge(plan.value);
    const next = tab(storage, null);
    await next.getState().load();
    expect(names(next.getState().entries)).toEqual(['a']);
    expect(next.getState().sessions).toEqual([session('s', 1)]);
    expect(next.getState().aside).toEqual([damaged, { id: 's', data: 1 }]);
  });

  it('goes on without storage, and says that nothing is kept', async () => {
    const store = tab(texts({}, false), null);
    await store.getState().append(lesson('a'));
    expect(names(store.getState().entries)).toEqual(['a']);
    expect(store.getState().notice).toMatch(/keeps nothing/);
    expect(store.getState().kept).toBe('memory');
  });

  it('reports entries that it cannot read, and deletes none of them', async () => {
    const storage = texts();
    const strange = [
      { id: 'x', at: 1, kind: 'from-the-future' },
      { id: 'y', at: 'no', kind: 'lesson' },
      null,
    ];
    storage.kept.set(
      'runchain.log',
      JSON.stringify({ version: 2, entries: strange, sessions: [7], aside: [] }),
    );
    const store = tab(storage, null);
    await store.getState().load();
    expect(store.getState().notice).toMatch(/4 records/);
    await store.getState().append(lesson('a'));
    expect(JSON.parse(storage.kept.get('runchain.log') ?? '').entries).toHaveLength(4);
    const file = exportText(store.getState(), 5, 0);
    expect(JSON.parse(file).aside).toEqual([...strange, 7]);
  });

  it.each(['{', '{"version":3}', '[]', 'null'])(
    'moves a text it cannot read to a place of its own: %s',
    async (text) => {
      const storage = texts({ 'runchain.log': text });
      const store = tab(storage, null);
      await store.getState().append(lesson('a'));
      expect(store.getState().notice).toMatch(/could not be read/);
      expect(storage.kept.get('runchain.log.aside.1')).toBe(text);
      const next = tab(storage, null);
      await next.getState().load();
      expect(names(next.getState().entries)).toEqual(['a']);
    },
  );

  it('says whether what was refused outlives the page', async () => {
    const { full, quota, storage } = crowded();
    const store = tab(storage, quota);
    await store.getState().append(lesson('a'));
    expect(store.getState().refused).toBe('only here');
    expect(store.getState().notice).toMatch(/only on this page/);
    full.text = false;
    await store.getState().append(lesson('b'));
    expect(store.getState().refused).toBe('noted');
    expect(store.getState().notice).toMatch(/noted down/);
    full.database = false;
    await store.getState().append(lesson('c'));
    expect(store.getState().refused).toBeNull();
    expect(store.getState().notice).toBeNull();
  });

  it('writes what was refused when told to try again: entries, sessions and what was set aside', async () => {
    const { backend, full, quota, storage } = crowded();
    const store = tab(storage, quota);
    await store.getState().append(lesson('a'));
    await store.getState().saveSession(session('s', 1));
    await store.getState().merge({ entries: [], sessions: [], aside: [{ odd: 1 }], known: 0 });
    await store.getState().retry();
    expect(store.getState().refused).toBe('only here');
    expect(await backend.read()).toEqual({ entries: [], sessions: [], aside: [] });
    full.database = false;
    await store.getState().retry();
    expect(store.getState()).toMatchObject({ refused: null, notice: null });
    const kept = await backend.read();
    expect(names(kept.entries as Entry[])).toEqual(['a']);
    expect(kept.sessions).toEqual([session('s', 1)]);
    expect(kept.aside).toEqual([{ odd: 1 }]);
  });

  it('shows on the next page what is only noted down, and writes it with the next change there', async () => {
    const { backend, full, quota, storage } = crowded({ text: false });
    const first = tab(storage, quota);
    await first.getState().append(lesson('a'));
    await first.getState().merge({ entries: [], sessions: [], aside: [{ odd: 1 }], known: 0 });
    const next = tab(storage, quota);
    await next.getState().load();
    expect(names(next.getState().entries)).toEqual(['a']);
    expect(next.getState().aside).toEqual([{ odd: 1 }]);
    expect(next.getState().refused).toBe('noted');
    full.database = false;
    await next.getState().append(lesson('b'));
    expect(next.getState().refused).toBeNull();
    const kept = await backend.read();
    expect(names(kept.entries as Entry[]).sort()).toEqual(['a', 'b']);
    expect(kept.aside).toEqual([{ odd: 1 }]);
  });

  it('keeps everything of this page once the browser lets it, though it kept nothing before', async () => {
    let there: Backend | null = null;
    const backend = memoryBackend();
    const store = createProgress({ ...surroundings(texts({}, false), null), open: async () => there });
    await store.getState().append(lesson('a'));
    await store.getState().saveSession(session('s', 1));
    expect(store.getState().kept).toBe('memory');
    there = { ...backend, name: 'indexeddb' };
    await store.getState().retry();
    expect(store.getState()).toMatchObject({ kept: 'indexeddb', refused: null, notice: null });
    const kept = await backend.read();
    expect(names(kept.entries as Entry[])).toEqual(['a']);
    expect(kept.sessions).toEqual([session('s', 1)]);
  });
});
