import { describe, expect, it } from 'vitest';
import { createProgress } from '#state/progress/progressStore.ts';
import type { Backend } from '#state/progress/backend.ts';
import { memoryBackend } from '#state/progress/memoryBackend.ts';
import { textBackend } from '#state/progress/textBackend.ts';
import { CHUNK } from '#quiz/lib/chunkedFold.ts';
import { channels, lesson, names, session, surroundings, tab, texts } from './progressTabs.ts';

describe('the log of progress', () => {
  it.each([
    ['a database', (): Backend => ({ ...memoryBackend(), name: 'indexeddb' })],
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

  it('asks the browser to keep it with the first change, and not before', async () => {
    const asked: boolean[] = [];
    let ids = 0;
    const store = createProgress({
      storage: texts(),
      open: async () => ({ ...memoryBackend(), name: 'indexeddb' }),
      now: () => 1,
      newId: () => `id${ids++}`,
      pause: async () => {},
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

  it('brings along what an earlier visit kept as text because there was no database', async () => {
    const storage = texts();
    await tab(storage, null).getState().append(lesson('a'));
    const store = tab(storage, { ...memoryBackend(), name: 'indexeddb' });
    await store.getState().load();
    expect(names(store.getState().entries)).toEqual(['a']);
    expect(storage.kept.has('runchain.log')).toBe(false);
  });

  it('reads a long log in pieces, and lets the page do something after each of them', async () => {
    const log = Array.from({ length: 5 * CHUNK }, (_, i) => ({
      id: `e${i}`,
      at: i,
      kind: 'lesson',
      lesson: 'a',
      mark: 'read',
    }));
    const storage = texts({
      'runchain.log': JSON.stringify({ version: 2, entries: log, sessions: [], aside: [] }),
    });
    let pauses = 0;
    const store = createProgress({
      ...surroundings(storage, null),
      pause: async () => {
        pauses++;
        // Until all of it is there, nothing says that it is loaded.
        expect(store.getState().kept).toBeNull();
      },
    });
    await store.getState().load();
    expect(store.getState().entries).toHaveLength(5 * CHUNK);
    expect(pauses).toBe(5);
  });
});
