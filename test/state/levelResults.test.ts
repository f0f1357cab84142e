import { describe, expect, it } from 'vitest';
import type { Entry } from '#model/quiz/entry.ts';
import { createHelp } from '#state/level/levelHelp.ts';
import { lastLevel, rememberLevel } from '#state/level/lastLevel.ts';
import { recordLevel, standingOf } from '#state/level/levelResults.ts';
import { PLAYED } from '#state/level/draft/playedDraft.ts';
import { progressStore } from '#state/progress/progress.ts';
import { memory } from './memory.ts';

const check = (at: number, given: Partial<Extract<Entry, { kind: 'level' }>>): Entry => ({
  kind: 'level',
  id: `e${at}`,
  at,
  level: '01-first-spark',
  stars: 0,
  edits: 1,
  hints: 0,
  shown: false,
  passed: false,
  ...given,
});
const full = {
  getItem: (): string => {
    throw new Error('blocked');
  },
  setItem: () => {
    throw new Error('blocked');
  },
};

describe('how far a learner is with a level', () => {
  const of = (...entries: Entry[]) => standingOf(entries, '01-first-spark');

  it('is open, then begun, then solved with the best stars of any check', () => {
    expect(of()).toEqual({ stars: 0, state: 'open' });
    expect(of(check(1, {}))).toEqual({ stars: 0, state: 'tried' });
    const passes = [check(1, { passed: true, stars: 3 }), check(2, { passed: true, stars: 1 })];
    expect(of(...passes)).toEqual({ stars: 3, state: 'solved' });
  });

  it('counts a shown solution as shown without stars, until it is solved without', () => {
    const shown = check(1, { passed: true, stars: 3, shown: true });
    const solved = check(2, { passed: true, stars: 2 });
    expect(of(shown)).toEqual({ stars: 0, state: 'shown' });
    expect(of(shown, solved)).toEqual({ stars: 2, state: 'solved' });
    expect(of(solved, { ...shown, at: 3 })).toEqual({ stars: 2, state: 'solved' });
  });

  it('does not look at other levels', () => {
    expect(of(check(1, { level: '02-the-hand-that-confirms', passed: true, stars: 3 })).state).toBe('open');
  });
});

describe('what helped', () => {
  it('is kept with the board and begins anew with a reset', () => {
    const storage = memory();
    const help = createHelp(storage, '01-first-spark');
    help.getState().hinted();
    help.getState().hinted();
    help.getState().show();
    help.getState().predict(1, 2);
    const again = createHelp(storage, '01-first-spark').getState();
    expect([again.hints, again.shown, again.predicted]).toEqual([2, true, { right: 1, of: 2 }]);
    expect(createHelp(storage, '02-the-hand-that-confirms').getState().hints).toBe(0);
    again.restart();
    expect(createHelp(storage, '01-first-spark').getState().hints).toBe(0);
  });

  it('keeps the first prediction of an attempt', () => {
    const help = createHelp(memory(), 'x');
    help.getState().predict(0, 2);
    help.getState().predict(2, 2);
    expect(help.getState().predicted).toEqual({ right: 0, of: 2 });
  });

  describe('of one level in two tabs', () => {
    const tabs = () => {
      const storage = memory();
      return { storage, first: createHelp(storage, 'x'), second: createHelp(storage, 'x') };
    };
    const kept = (storage: ReturnType<typeof memory>) => {
      const { hints, shown, predicted } = createHelp(storage, 'x').getState();
      return { hints, shown, predicted };
    };

    it('is all that helped in either: the later one writes over nothing', () => {
      const { storage, first, second } = tabs();
      for (let n = 0; n < 3; n++) first.getState().hinted();
      first.getState().show();
      first.getState().predict(2, 2);
      second.getState().hinted();
      second.getState().predict(0, 2);
      const all = { hints: 3, shown: true, predicted: { right: 2, of: 2 } };
      expect(kept(storage)).toEqual(all);
      expect(second.getState()).toMatchObject(all);
      second.getState().hinted();
      expect(kept(storage).hints).toBe(4);
      first.getState().hinted();
      expect(kept(storage).hints).toBe(4);
    });

    it('begins anew with a reset in one of them, and the attempt of the other is not brought back', () => {
      const { storage, first, second } = tabs();
      first.getState().hinted();
      first.getState().show();
      second.getState().restart();
      first.getState().hinted();
      expect(kept(storage)).toEqual({ hints: 0, shown: false, predicted: null });
      // The tab whose attempt it is still knows of it.
      expect(first.getState()).toMatchObject({ hints: 2, shown: true });
      second.getState().hinted();
      expect(kept(storage).hints).toBe(1);
      first.getState().restart();
      expect(kept(storage).hints).toBe(0);
    });

    it('is read where it was kept before attempts were counted', () => {
      const storage = memory({
        'runchain.sandbox.level.x.help': '{"hints":2,"shown":true,"predicted":null}',
      });
      expect(kept(storage)).toEqual({ hints: 2, shown: true, predicted: null });
    });
  });

  it('is nothing where the storage is blocked, missing or holds rubbish', () => {
    const storage = memory();
    storage.setItem('runchain.sandbox.level.x.help', '{"hints":-1}');
    for (const given of [storage, full, null]) {
      const help = createHelp(given, 'x');
      help.getState().hinted();
      expect(help.getState().hints).toBe(1);
    }
  });
});

describe('the level opened last', () => {
  it('is remembered, and forgotten where nothing can be kept', () => {
    const storage = memory();
    expect(lastLevel(storage)).toBeNull();
    rememberLevel(storage, '05-fan-not-chain');
    expect(lastLevel(storage)).toBe('05-fan-not-chain');
    rememberLevel(full, 'x');
    expect(lastLevel(full)).toBeNull();
    expect(lastLevel(null)).toBeNull();
  });
});

describe('a draft that its author plays', () => {
  it('leaves no trace in progress, and is not where to go on', async () => {
    const storage = memory();
    const before = progressStore.getState().entries.length;
    const result = { passed: true, stars: 3, edits: 1, hints: 0, shown: false };
    await recordLevel({ level: PLAYED, ...result });
    rememberLevel(storage, PLAYED);
    expect(progressStore.getState().entries).toHaveLength(before);
    expect(storage.entries).toEqual({});
    await recordLevel({ level: '01-first-spark', ...result });
    expect(progressStore.getState().entries).toHaveLength(before + 1);
  });
});
