import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#model/quiz/answer.ts';
import type { CatalogueRow } from '#model/quiz/catalogue.ts';
import type { AnswerEntry, Entry } from '#model/quiz/entry.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import { type Filter, matching, SELECTIONS, seenIn, serve } from '#quiz/practice/practice.ts';
import { isRevealed, movePlay, startPlay, missedSteps } from '#quiz/practice/play.ts';
import { randomOf } from '#quiz/lib/random.ts';

const rows: CatalogueRow[] = Array.from({ length: 60 }, (_, i) => ({
  id: `q${i}`,
  type: 'single',
  objective: ['6a', '6b', '3d'][i % 3] ?? '6a',
  topic: ['firing', 'locks', 'state', 'policies'][i % 4] ?? 'firing',
  family: `f${i}`,
  rules: ['RT-01'],
  difficulty: 1,
  enemies: [],
  generated: i >= 50,
  title: '',
}));
const row = fc.nat(59);
const entry = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      row,
      strict: fc.boolean(),
      high: fc.boolean(),
    }),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: fc.constant('flag' as const), row, on: fc.boolean() }), weight: 1 },
);
const log = fc.array(entry, { maxLength: 80 }).map((made) =>
  made.map((e, i): Entry => {
    const r = rows[e.row];
    if (r === undefined) throw new Error('no row');
    if (e.kind === 'flag')
      return { kind: 'flag', id: `e${i}`, at: i, item: r.generated ? `${r.family}/RT-01` : r.id, on: e.on };
    return {
      kind: 'answer',
      id: `e${i}`,
      at: i,
      day: 0,
      card: `${r.family}/RT-01`,
      rating: 'good',
      strict: e.strict,
      partial: [e.strict ? 1 : 0, 1],
      certainty: e.high ? 'high' : 'low',
      ms: null,
      mode: 'practice',
      item: r.generated ? `${r.family}-${i}` : r.id,
      seed: r.generated ? i : null,
      contentVersion: '',
      scoring: 1,
      objective: r.objective,
      topic: r.topic,
      rules: r.rules,
      beliefs: [],
      session: 's',
    } satisfies AnswerEntry;
  }),
);
const filter: fc.Arbitrary<Filter> = fc.record({
  objectives: fc.subarray(['6a', '6b', '3d']),
  rules: fc.constantFrom([], ['RT-01'], ['RT-01', 'AA-05']),
  topics: fc.subarray(['firing', 'locks', 'state', 'policies']),
  selection: fc.constantFrom(...SELECTIONS),
  last: fc.constantFrom(20, 50),
  source: fc.constantFrom('both' as const, 'bank' as const, 'simulator' as const),
});

describe('practice', () => {
  it('serves exactly as many as its filters count, each once, and only what they let through', () => {
    fc.assert(
      fc.property(log, filter, fc.integer({ min: 1, max: 80 }), fc.nat(), (entries, f, length, seed) => {
        const seen = seenIn(entries, []);
        const fits = matching(rows, f, seen);
        const all = serve(fits, 10_000, seen, new Map(), randomOf(seed));
        expect(all.map((r) => r.id).sort()).toEqual(fits.map((r) => r.id).sort());
        const some = serve(fits, length, seen, new Map(), randomOf(seed));
        expect(some).toHaveLength(Math.min(length, fits.length));
        expect(new Set(some).size).toBe(some.length);
        for (const r of some) expect(fits).toContain(r);
      }),
    );
  });

  it('has filters that mean what they say', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const seen = seenIn(entries, []);
        const base: Filter = {
          objectives: [],
          topics: [],
          rules: [],
          selection: 'all',
          last: 20,
          source: 'both',
        };
        const answers = entries.filter((e) => e.kind === 'answer');
        const mine = (r: CatalogueRow) =>
          answers.filter((a) =>
            r.generated ? a.card === `${r.family}/RT-01` && a.seed !== null : a.item === r.id,
          );
        for (const r of matching(rows, { ...base, selection: 'unseen' }, seen)) expect(mine(r)).toEqual([]);
        for (const r of matching(rows, { ...base, selection: 'missed' }, seen)) {
          expect(mine(r).at(-1)?.strict).toBe(false);
          expect(answers.slice(-20).some((a) => mine(r).includes(a) && !a.strict)).toBe(true);
        }
        for (const r of matching(rows, { ...base, selection: 'sure' }, seen))
          expect(mine(r).at(-1)).toMatchObject({ strict: false, certainty: 'high' });
        const unseen = matching(rows, { ...base, selection: 'unseen' }, seen).length;
        expect(unseen).toBe(rows.filter((r) => mine(r).length === 0).length);
      }),
    );
  });

  it('never asks three of a topic in a row where the pool allows, and asks weak topics more, none never', () => {
    const seen = seenIn([], []);
    const mastery = new Map([
      ['firing', 0],
      ['locks', 1],
      ['state', 1],
      ['policies', 1],
    ]);
    const served = serve(rows, 20, seen, mastery, randomOf(3));
    const count = (topic: string) => served.filter((r) => r.topic === topic).length;
    expect(count('firing')).toBeGreaterThan(count('locks'));
    for (const topic of ['locks', 'state', 'policies']) expect(count(topic)).toBeGreaterThan(0);
    for (let i = 2; i < served.length; i++)
      expect(new Set(served.slice(i - 2, i + 1).map((r) => r.topic)).size).toBeGreaterThan(1);
  });
});

const refs = Array.from(
  { length: 8 },
  (_, i): ItemRef => ({ id: `q${i}`, family: 'f', seed: null, topic: 't', objective: '6a', card: `f/${i}` }),
);
const start = (mode: 'practice' | 'review' | 'drill', feedback: 'now' | 'end' = 'now') =>
  startPlay(refs, {
    mode,
    feedback,
    certainty: true,
    seed: 1,
    contentVersion: 'v',
    title: 't',
    startedAt: 1,
  });
const option = (id: string): Answer => ({ kind: 'options', chosen: [id] });

describe('a session', () => {
  const move = fc.oneof(
    fc.record({ type: fc.constant('graded' as const), strict: fc.boolean(), entry: fc.constant('e') }),
    fc.constantFrom(
      { type: 'next' as const },
      { type: 'previous' as const },
      { type: 'goOn' as const },
      { type: 'finish' as const, now: 5 },
      { type: 'sure' as const, certainty: 'high' as const },
      { type: 'answer' as const, answer: option('a') },
    ),
  );
  it.each(['practice', 'review', 'drill'] as const)(
    'of %s asks as many as it says, whatever is answered: a miss is not put in again',
    (mode) => {
      fc.assert(
        fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
          const play = moves.reduce(movePlay, start(mode));
          expect(play.steps.map((s) => s.id)).toEqual(refs.map((r) => r.id));
          expect(play.at).toBeLessThanOrEqual(refs.length);
        }),
      );
    },
  );

  it('can be stopped, and gone on with at its first question without an answer', () => {
    let play = movePlay(start('practice'), { type: 'graded', strict: false, entry: 'e' });
    play = movePlay(movePlay(play, { type: 'next' }), { type: 'next' });
    const stopped = movePlay(play, { type: 'finish', now: 9 });
    expect(stopped.doneAt).toBe(9);
    expect(missedSteps(stopped).map((s) => s.id)).toEqual(['q0']);
    // Nothing is answered in a session that is over.
    expect(movePlay(stopped, { type: 'graded', strict: true, entry: 'x' })).toEqual(stopped);
    expect(movePlay(stopped, { type: 'goOn' })).toMatchObject({ at: 1, doneAt: null });
    let all = start('practice');
    for (const _ of refs)
      all = movePlay(movePlay(all, { type: 'graded', strict: true, entry: 'e' }), { type: 'next' });
    all = movePlay(all, { type: 'finish', now: 9 });
    expect(movePlay(all, { type: 'goOn' })).toEqual(all);
  });

  it('changes neither answer nor certainty after grading, and shows nothing before the end where that was asked', () => {
    let play = movePlay(start('practice', 'end'), { type: 'answer', answer: option('a') });
    play = movePlay(play, { type: 'sure', certainty: 'low' });
    play = movePlay(play, { type: 'graded', strict: true, entry: 'e' });
    const after = movePlay(movePlay(play, { type: 'answer', answer: option('b') }), {
      type: 'sure',
      certainty: 'high',
    });
    expect(after).toEqual(play);
    const step = play.steps[0];
    if (step === undefined) throw new Error('no step');
    expect(isRevealed(play, step)).toBe(false);
    expect(isRevealed(movePlay(play, { type: 'finish', now: 1 }), step)).toBe(true);
  });
});
