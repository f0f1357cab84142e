import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#model/quiz/entry.ts';
import { memoryBackend } from '#state/progress/memoryBackend.ts';
import {
  exportText,
  planImport,
  describeImportPlan,
  describeImportProblem,
} from '#state/progress/exchangeFile.ts';
import { channels, lesson, names, session, tab, texts } from './progressTabs.ts';

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
    if (!plan.ok) throw new Error(plan.problem.code);
    expect(describeImportPlan(plan.value)).toEqual([
      '1 lesson mark will be added.',
      '1 setting will be added.',
      '1 session will be added or brought up to date.',
    ]);
    await store.getState().merge(plan.value);
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
                if (!plan.ok) throw new Error(plan.problem.code);
                await store.getState().merge(plan.value);
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
    expect(plan.ok ? plan.value.entries.length : plan.problem).toBe(2);
    const wordsAgainst = (text: string) => {
      const found = planImport(text, held, dayOf);
      return found.ok ? '' : describeImportProblem(found.problem);
    };
    expect(wordsAgainst('{')).toMatch(/not JSON/);
    expect(wordsAgainst('{"version":9}')).toMatch(/newer version/);
    expect(wordsAgainst('[]')).toMatch(/not a file of progress/);
  });
});
