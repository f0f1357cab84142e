import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CatalogueRow } from '#model/quiz/catalogue.ts';
import { openIn } from '#quiz/practice/openSessions.ts';
import { seenIn } from '#quiz/practice/practice.ts';
import { parsePlay } from '#model/quiz/session.ts';
import { startPractice, startRetry } from '#state/quiz/playStart.ts';
import { progressStore } from '#state/progress/progress.ts';
import { discardSession, sessionOf } from '#state/quiz/sessions.ts';

/** A family of which only the second seed asks the wanted card, and one that is not there at all. */
vi.mock('#quiz/generators/index.ts', () => ({
  generate: (family: string, seed: number) =>
    family === 'missing'
      ? null
      : {
          question: {
            id: `${family}-${seed}`,
            family,
            topic: 't',
            objective: '6a',
            rules: [seed === 2 ? 'RARE' : 'OFTEN'],
          },
          seed,
          scenario: null,
        },
}));

const row = (i: number, family: string, rule: string, generated: boolean): CatalogueRow => ({
  id: `q${i}`,
  type: 'single',
  objective: '6a',
  topic: 't',
  family,
  rules: [rule],
  difficulty: 1,
  enemies: [],
  generated,
  title: '',
});
const rows = [
  ...Array.from({ length: 6 }, (_, i) => row(i, `f${i}`, 'R', false)),
  row(6, 'boards', 'RARE', true),
  row(7, 'boards', 'OFTEN', true),
];
const missing = row(8, 'missing', 'R', true);
const catalogue = { version: 'v', items: rows, lessons: [], levels: [] };
const given = { feedback: 'now' as const, certainty: false, title: 'Mixed practice' };
const playOf = (id: string) => {
  const parsed = parsePlay(sessionOf(id)?.data);
  if (!parsed.ok) throw new Error('no session');
  return parsed.value;
};

beforeAll(() => progressStore.getState().load());

describe('a session of practice', () => {
  it('has the length that was said before it started, whatever cannot be drawn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), async (length) => {
        const id = await startPractice([...rows, missing], catalogue, [], seenIn([], []), {
          ...given,
          length,
        });
        expect(playOf(id).steps).toHaveLength(length);
        expect(playOf(id).notes).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('says so in the session where even all of them are fewer', async () => {
    const id = await startPractice([missing, ...rows], catalogue, [], seenIn([], []), {
      ...given,
      length: 40,
    });
    expect(playOf(id).steps).toHaveLength(8);
    expect(playOf(id).notes[0]).toContain('1 of 9 questions could not be loaded');
  });

  it('draws a board of the card that was chosen, however rare', async () => {
    const rare = rows.filter(({ rules }) => rules[0] === 'RARE');
    const id = await startPractice(rare, catalogue, [], seenIn([], []), { ...given, length: 5 });
    expect(playOf(id).steps.map(({ card }) => card)).toEqual(['boards/RARE']);
  });

  it('is followed by a retry of as many as were wrong', async () => {
    const id = await startPractice(rows, catalogue, [], seenIn([], []), { ...given, length: 8 });
    const retry = playOf(await startRetry(playOf(id).steps, catalogue, false));
    expect(retry.title).toBe('Retry of 8 mistakes');
    expect(retry.steps.map(({ card }) => card)).toEqual(playOf(id).steps.map(({ card }) => card));
  });
});

describe('a session that is thrown away', () => {
  const open = () => openIn(progressStore.getState().sessions, 0).map(({ id }) => id);
  it('is gone, holds nothing any more, and comes back as it was', async () => {
    const id = await startPractice(rows, catalogue, [], seenIn([], []), { ...given, length: 3 });
    const before = sessionOf(id);
    const undo = discardSession(id);
    expect(open()).not.toContain(id);
    expect(sessionOf(id)).toMatchObject({ data: null });
    // An older state of it, as another tab or a file may hold, does not bring it back.
    if (before !== undefined) await progressStore.getState().saveSession(before);
    expect(open()).not.toContain(id);
    undo();
    expect(open()).toContain(id);
    expect(sessionOf(id)).toMatchObject({ kind: 'practice', data: before?.data });
    // Twice is once.
    undo();
    expect(sessionOf(id)?.revision).toBe(2);
  });
});
