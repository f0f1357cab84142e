import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#model/entry.ts';
import { createProgress, type NewEntry, type Surroundings } from '#state/progress.ts';
import { type Backend, memoryBackend, type SessionRecord, textBackend } from '#state/progressBackend.ts';
import { exportText, planImport, planWords } from '#state/progressFile.ts';
import type { KeyedStorage } from '#state/storage.ts';

type Kept = KeyedStorage & { kept: Map<string, string> };
function texts(start: Record<string, string> = {}, writable = true): Kept {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    keys: () => [...kept.keys()],
    read: (key) => kept.get(key) ?? null,
    remove: (key) => void kept.delete(key),
    write: (key, value) => {
      if (writable) kept.set(key, value);
      return writable;
    },
  };
}

/** Tabs that hear each other, as with a BroadcastChannel: not themselves, and copies. */
function channels() {
  const ears: ((message: unknown) => void)[] = [];
  return (): NonNullable<Surroundings['channel']> => {
    let own: ((message: unknown) => void) | null = null;
    return {
      post: (message) => {
        for (const ear of ears) if (ear !== own) ear(structuredClone(message));
      },
      listen: (hear) => {
        own = hear;
        ears.push(hear);
      },
    };
  };
}

let clock = 1_000;
let ids = 0;
const tab = (storage: Kept, backend: Backend | null, channel: Surroundings['channel'] = null) =>
  createProgress({
    storage,
    open: async () => backend,
    now: () => clock++,
    newId: () => `id${ids++}`,
    lasting: async () => true,
    dayOf: (at) => Math.floor(at / 86_400_000),
    channel,
  });
const lesson = (name: string): NewEntry => ({ kind: 'lesson', lesson: name, mark: 'read' });
const names = (entries: readonly Entry[]) => entries.map((e) => (e.kind === 'lesson' ? e.lesson : e.kind));
const session = (id: string, revision: number): SessionRecord => ({
  id,
  kind: 'exam',
  version: 1,
  revision,
  updatedAt: 1,
  data: { revision },
});

describe('the log of progress', () => {
  it.each([
    ['a database', () => memoryBackend()],
    ['local storage', () => textBackend(texts())],
  ])('keeps what is added for the next visit, in %s', async (_, make) => {
    const backend = make();
    const storage = texts();
    const first = tab(storage, backend);
    await first.getState().append(lesson('a'));
    await first.getState().append(lesson('b'), lesson('c'));
    await first.getState().saveSession(session('s', 1));
    const next = tab(storage, backend);
    await next.getState().load();
    expect(names(next.getState().entries)).toEqual(['a', 'b', 'c']);
    expect(next.getState().sessions).toEqual([session('s', 1)]);
    expect(next.getState().notice).toBeNull();
  });

  it('shows at once what is added, before anything is kept', async () => {
    const store = tab(texts(), memoryBackend());
    const kept = store.getState().append(lesson('a'));
    expect(names(store.getState().entries)).toEqual(['a']);
    await kept;
  });

  it('lets two tabs agree, and neither overwrites the other', async () => {
    const backend = textBackend(texts());
    const open = channels();
    const [one, other] = [tab(texts(), backend, open()), tab(texts(), backend, open())];
    await Promise.all([one.getState().load(), other.getState().load()]);
    await Promise.all([one.getState().append(lesson('a')), other.getState().append(lesson('b'))]);
    expect(names(one.getState().entries)).toEqual(names(other.getState().entries));
    const later = tab(texts(), backend);
    await later.getState().load();
    expect(names(later.getState().entries).sort()).toEqual(['a', 'b']);
  });

  it('never lets an older state of a session overwrite a later one', async () => {
    const backend = memoryBackend();
    const store = tab(texts(), backend);
    await store.getState().saveSession(session('s', 5));
    await store.getState().saveSession(session('s', 4));
    expect(store.getState().sessions).toEqual([session('s', 5)]);
    expect((await backend.read()).sessions).toEqual([session('s', 5)]);
  });

  it('finds in the next visit what the database had not yet written when the tab was killed', async () => {
    const backend: Backend = { ...memoryBackend(), name: 'indexeddb' };
    const stuck: Backend = {
      ...backend,
      append: () => new Promise(() => {}),
      putSession: () => new Promise(() => {}),
    };
    const storage = texts();
    const dying = tab(storage, stuck);
    void dying.getState().append(lesson('last'));
    void dying.getState().saveSession(session('s', 3));
    const next = tab(storage, backend);
    await next.getState().load();
    expect(names(next.getState().entries)).toEqual(['last']);
    expect(next.getState().sessions).toEqual([session('s', 3)]);
    expect(storage.keys().filter((key) => key.startsWith('runchain.journal'))).toEqual([]);
    await next.getState().append(lesson('more'));
    expect(names(next.getState().entries)).toEqual(['last', 'more']);
  });

  it('keeps what a full storage refused until it can be written, and says so', async () => {
    const backend = memoryBackend();
    let full = true;
    const quota: Backend = {
      ...backend,
      append: (e) => (full ? Promise.reject(new Error('quota')) : backend.append(e)),
    };
    const storage = texts();
    const store = tab(storage, quota);
    await store.getState().append(lesson('a'));
    expect(names(store.getState().entries)).toEqual(['a']);
    expect(store.getState().notice).toMatch(/full or blocked/);
    full = false;
    const next = tab(storage, quota);
    await next.getState().load();
    expect(names(next.getState().entries)).toEqual(['a']);
  });

  it('writes what was refused with the next change, and takes the report back', async () => {
    const backend = memoryBackend();
    let full = true;
    const quota: Backend = {
      ...backend,
      append: (e) => (full ? Promise.reject(new Error('quota')) : backend.append(e)),
    };
    const storage = texts();
    const store = tab(storage, quota);
    await store.getState().append(lesson('a'));
    full = false;
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
    if (typeof plan === 'string') throw new Error(plan);
    await store.getState().merge(plan);
    const next = tab(storage, null);
    await next.getState().load();
    expect(names(next.getState().entries)).toEqual(['a']);
    expect(next.getState().sessions).toEqual([session('s', 1)]);
    expect(next.getState().aside).toEqual([damaged, { id: 's', data: 1 }]);
  });

  it('asks the browser to keep it with the first change, and not before', async () => {
    const asked: boolean[] = [];
    const store = createProgress({
      storage: texts(),
      open: async () => ({ ...memoryBackend(), name: 'indexeddb' }),
      now: () => 1,
      newId: () => `id${ids++}`,
      lasting: async (ask) => {
        asked.push(ask);
        return ask;
      },
      dayOf: () => 0,
      channel: null,
    });
    await store.getState().load();
    expect(asked).toEqual([false]);
    await store.getState().append(lesson('a'));
    await store.getState().append(lesson('b'));
    expect(asked).toEqual([false, true]);
    expect(store.getState().lasting).toBe(true);
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

  it('brings along what an earlier visit kept as text because there was no database', async () => {
    const storage = texts();
    await tab(storage, null).getState().append(lesson('a'));
    const store = tab(storage, { ...memoryBackend(), name: 'indexeddb' });
    await store.getState().load();
    expect(names(store.getState().entries)).toEqual(['a']);
    expect(storage.kept.has('runchain.log')).toBe(false);
  });
});

const V1 = JSON.stringify({
  version: 1,
  answers: [
    { item: 'q', seed: null, at: 86_400_000, strict: true, partial: [1, 1], scoring: 1 },
    { item: 'which-run-7', seed: 7, at: 86_400_001, strict: false, partial: [1, 3], scoring: 1 },
  ],
});

describe('progress of version 1', () => {
  it('moves into the log once, and its text is kept', async () => {
    const storage = texts({ 'runchain.progress': V1 });
    const backend = memoryBackend();
    for (let visit = 0; visit < 2; visit++) {
      const store = tab(storage, backend);
      await store.getState().load();
      expect(store.getState().entries).toMatchObject([
        { kind: 'answer', item: 'q', day: 1, rating: 'good', strict: true, partial: [1, 1] },
        { kind: 'answer', item: 'which-run-7', seed: 7, rating: 'again', partial: [1, 3] },
      ]);
    }
    expect(storage.kept.get('runchain.progress.v1')).toBe(V1);
    expect(storage.kept.has('runchain.progress')).toBe(false);
  });

  it.each(['{', '{"version":2,"answers":[]}', '{"version":1,"answers":[{"item":1}]}', 'null'])(
    'is set aside and reported where it cannot be read: %s',
    async (text) => {
      const store = tab(texts({ 'runchain.progress': text }), memoryBackend());
      await store.getState().load();
      expect(store.getState().notice).toMatch(/set aside/);
      expect(store.getState().aside).toEqual([text]);
    },
  );
});

describe('export and import', () => {
  const dayOf = (at: number) => Math.floor(at / 86_400_000);

  it('after a reset, importing the export gives the same state', async () => {
    const store = tab(texts(), memoryBackend());
    await store.getState().append(lesson('a'), { kind: 'setting', key: 'k', value: { deep: [1] } });
    await store.getState().saveSession(session('s', 2));
    const before = store.getState();
    const file = exportText(
      { entries: before.entries, sessions: before.sessions, aside: before.aside },
      9,
      0,
    );
    await store.getState().reset();
    expect(store.getState().entries).toEqual([]);
    const plan = planImport(file, store.getState(), dayOf);
    if (typeof plan === 'string') throw new Error(plan);
    expect(planWords(plan)).toEqual([
      '1 lesson mark will be added.',
      '1 setting will be added.',
      '1 session will be added or brought up to date.',
    ]);
    await store.getState().merge(plan);
    expect(store.getState().entries).toEqual(before.entries);
    expect(store.getState().sessions).toEqual(before.sessions);
  });

  it('a reset empties the other tabs too', async () => {
    const open = channels();
    const backend = memoryBackend();
    const [one, other] = [tab(texts(), backend, open()), tab(texts(), backend, open())];
    await one.getState().append(lesson('a'));
    expect(names(other.getState().entries)).toEqual(['a']);
    await one.getState().reset();
    expect(other.getState().entries).toEqual([]);
  });

  it('merges two logs without loss and without doubles, in either order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(99), { maxLength: 20 }),
        fc.nat(20),
        fc.nat(20),
        async (all, m, n) => {
          const entry = (i: number): Entry => ({
            kind: 'lesson',
            id: `e${i}`,
            at: i % 7,
            lesson: `l${i}`,
            mark: 'read',
          });
          const log = (list: number[]) =>
            exportText({ entries: list.map(entry), sessions: [], aside: [{ odd: 1 }] }, 0, 0);
          const files = [log(all.slice(0, m)), log(all.slice(Math.max(0, all.length - n)))];
          const ends = await Promise.all(
            [files, [...files].reverse(), [...files, ...files]].map(async (order) => {
              const store = tab(texts(), memoryBackend());
              for (const file of order) {
                const plan = planImport(file, store.getState(), dayOf);
                if (typeof plan === 'string') throw new Error(plan);
                await store.getState().merge(plan);
              }
              return store.getState();
            }),
          );
          const expected = new Set(
            [...all.slice(0, m), ...all.slice(Math.max(0, all.length - n))].map((i) => `e${i}`),
          );
          for (const end of ends) {
            expect(end.entries).toEqual(ends[0]?.entries);
            expect(new Set(end.entries.map((e) => e.id))).toEqual(expected);
            expect(end.entries).toHaveLength(expected.size);
            expect(end.aside).toHaveLength(1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads an export of version 1, and refuses in words what it is not', () => {
    const held = { entries: [], sessions: [], aside: [] };
    const plan = planImport(V1, held, dayOf);
    expect(typeof plan === 'string' ? plan : plan.entries.length).toBe(2);
    expect(planImport('{', held, dayOf)).toMatch(/not JSON/);
    expect(planImport('{"version":9}', held, dayOf)).toMatch(/newer version/);
    expect(planImport('[]', held, dayOf)).toMatch(/not a file of progress/);
  });
});
