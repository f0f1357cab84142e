import { describe, expect, it } from 'vitest';
import { createProgressStore, type StoredAnswer } from '#state/progress.ts';
import type { Storage } from '#state/storage.ts';

const KEY = 'runchain.progress';
function memory(
  start: Record<string, string> = {},
  writable = true,
): Storage & { kept: Map<string, string> } {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => {
      if (writable) kept.set(key, value);
      return writable;
    },
  };
}
const answer = (item: string): StoredAnswer => ({
  item,
  seed: null,
  at: 1,
  strict: true,
  partial: [1, 1],
  scoring: 1,
});

describe('progress', () => {
  it('starts empty, and keeps what is added for the next visit', () => {
    const storage = memory();
    const store = createProgressStore(storage);
    store.getState().load();
    store.getState().add(answer('a'));
    store.getState().add(answer('b'));
    const next = createProgressStore(storage);
    next.getState().load();
    expect(next.getState().answers.map((a) => a.item)).toEqual(['a', 'b']);
    expect(next.getState().notice).toBeNull();
  });

  it('appends to what another tab has stored since', () => {
    const storage = memory();
    const [one, other] = [createProgressStore(storage), createProgressStore(storage)];
    one.getState().load();
    other.getState().load();
    one.getState().add(answer('a'));
    other.getState().add(answer('b'));
    expect(other.getState().answers.map((a) => a.item)).toEqual(['a', 'b']);
  });

  it.each(['{', '{"version":2,"answers":[]}', '{"version":1,"answers":[{"item":1}]}', 'null'])(
    'sets what it cannot read aside and says so: %s',
    (text) => {
      const storage = memory({ [KEY]: text });
      const store = createProgressStore(storage);
      store.getState().load();
      expect(store.getState().notice).toMatch(/kept under/);
      expect(storage.kept.get(`${KEY}.backup`)).toBe(text);
    },
  );

  it('goes on without storage, and says that nothing is kept', () => {
    const store = createProgressStore(memory({}, false));
    store.getState().load();
    store.getState().add(answer('a'));
    expect(store.getState().answers).toHaveLength(1);
    expect(store.getState().notice).toMatch(/keeps nothing/);
  });
});
