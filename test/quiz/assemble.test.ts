import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, BLUEPRINTS, type Blueprint, type Candidate } from '#quiz/exam/assemble.ts';
import { dayNumber } from '#quiz/lib/day.ts';
import { interleave } from '#quiz/practice/interleave.ts';
import { type Card, queueFor } from '#quiz/review/queue.ts';
import { DEFAULT_QUEUE } from '#quiz/review/queueSettings.ts';
import { randomOf } from '#quiz/lib/random.ts';
import { recall, review } from '#quiz/review/schedule.ts';
import { largestRemainder } from '#quiz/exam/largestRemainder.ts';

const item = (n: number, more: Partial<Candidate> = {}): Candidate => ({
  id: `item-${n}`,
  objective: ['6a', '6b', '6c', '6d'][n % 4] ?? '6a',
  topic: `topic-${n % 5}`,
  family: `family-${n}`,
  rules: [`RT-${n}`],
  difficulty: n % 10 < 3 ? 1 : n % 10 < 8 ? 2 : 3,
  enemies: [],
  severalAnswers: n % 3 === 0,
  generated: n % 2 === 0,
  lastSeen: null,
  ...more,
});
const bank = (n: number) => Array.from({ length: n }, (_, i) => item(i));
const section: Blueprint = BLUEPRINTS.find((b) => b.id === 'hcp-terraform') ?? { ...must(BLUEPRINTS[0]) };

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}

describe('assembling an exam', () => {
  it('fills the seats of the blueprint and holds every constraint where the bank allows', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { items, short, relaxed } = assemble(section, bank(400), randomOf(seed));
        expect(short).toEqual({});
        expect(relaxed).toEqual([]);
        expect(new Set(items.map((i) => i.id)).size).toBe(20);
        const counts = Object.fromEntries(
          Object.keys(section.weights).map((o) => [o, items.filter((i) => i.objective === o).length]),
        );
        expect(counts).toEqual(largestRemainder(section.weights, 20));
        const several = items.filter((i) => i.severalAnswers).length / 20;
        expect(several).toBeGreaterThanOrEqual(0.2);
        expect(several).toBeLessThanOrEqual(0.4);
        expect(items.filter((i) => i.generated).length / 20).toBeGreaterThanOrEqual(0.3);
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('gives the same exam for the same seed, and another for another', () => {
    const ids = (seed: number) =>
      assemble(section, bank(400), randomOf(seed))
        .items.map((i) => i.id)
        .join();
    expect(ids(7)).toBe(ids(7));
    expect(ids(7)).not.toBe(ids(8));
  });

  it('prefers items never seen, then those longest unseen', () => {
    const pool = bank(400).map((c, n) => ({ ...c, lastSeen: n < 200 ? 5 : null }));
    const { items } = assemble(section, pool, randomOf(3));
    expect(items.every((i) => i.lastSeen === null)).toBe(true);
  });

  it('never seats two enemies or two of a family together while the pool is large', () => {
    const pool = bank(400).map((c, n) => ({ ...c, family: `family-${n % 90}`, enemies: [`item-${n + 1}`] }));
    const { items } = assemble(section, pool, randomOf(5));
    expect(new Set(items.map((i) => i.family)).size).toBe(20);
    for (const a of items) for (const b of items) expect(a.enemies.includes(b.id)).toBe(false);
  });

  it('gives up the last constraints first, and says which', () => {
    const pool = bank(60).map((c) => ({ ...c, generated: false }));
    const { items, relaxed } = assemble(section, pool, randomOf(1));
    expect(items).toHaveLength(20);
    expect(relaxed).toContain('generated');
    expect(relaxed).not.toContain('enemies');
  });

  it('fills from the heaviest objective where one is short, and says which is', () => {
    const pool = bank(400).filter((c, n) => c.objective !== '6c' || n < 3);
    const { items, short } = assemble(section, pool, randomOf(2));
    expect(short).toEqual({ '6c': 2 });
    expect(items).toHaveLength(20);
    expect(items.filter((i) => i.objective === '6b')).toHaveLength(9);
  });

  it('never puts three of a topic in a row where the items allow it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }), (topics) => {
        const mixed = interleave(topics.map((topic) => ({ topic })));
        expect(mixed.map((m) => m.topic).sort()).toEqual([...topics].sort());
        const most = Math.max(0, ...['a', 'b', 'c'].map((t) => topics.filter((o) => o === t).length));
        if (most > 2 * (topics.length - most) + 2) return;
        for (let i = 2; i < mixed.length; i++)
          expect(new Set(mixed.slice(i - 2, i + 1).map((m) => m.topic)).size).toBeGreaterThan(1);
      }),
      { seed: 1 },
    );
  });
});

describe('the queue of the review', () => {
  const card = (id: string, day: number | null, topic = id): Card => ({
    id,
    topic,
    memory: day === null ? null : review(null, day, 'good'),
    lapses: 0,
    suspended: false,
  });

  it('asks due cards with the lowest recall first, then ten new ones', () => {
    const fresh = Array.from({ length: 15 }, (_, i) => card(`new-${i}`, null));
    const ids = queueFor(
      [...fresh, card('b', 3), card('a', 1), card('later', 9)],
      10,
      DEFAULT_QUEUE,
      randomOf(1),
    ).map((c) => c.id);
    expect(ids.slice(0, 2)).toEqual(['a', 'b']);
    expect(ids).toHaveLength(12);
    expect(ids).not.toContain('later');
  });

  it('stops at forty a day, and asks neither leeches nor suspended cards', () => {
    const many = Array.from({ length: 60 }, (_, i) => card(`c-${i}`, 0));
    expect(queueFor(many, 10, DEFAULT_QUEUE, randomOf(1))).toHaveLength(40);
    expect(queueFor(many, 10, DEFAULT_QUEUE, randomOf(1), { all: 38, fresh: 0 })).toHaveLength(2);
    expect(
      queueFor(
        [
          { ...card('l', 0), lapses: 4 },
          { ...card('s', 0), suspended: true },
        ],
        10,
        DEFAULT_QUEUE,
        randomOf(1),
      ),
    ).toEqual([]);
  });

  it('makes a final pass in the last seven days: weakest first, a share a day, none new', () => {
    const cards = [...Array.from({ length: 10 }, (_, i) => card(`c-${i}`, i)), card('new', null)];
    const pass = queueFor(cards, 20, { ...DEFAULT_QUEUE, examDay: 25 }, randomOf(1));
    expect(pass.map((c) => c.id)).toEqual(['c-0', 'c-1']);
    expect(pass.every((c) => c.memory !== null && recall(c.memory, 25) < 0.95)).toBe(true);
  });

  it('turns the day at 04:00', () => {
    const hour = 3_600_000;
    expect(dayNumber(27.9 * hour)).toBe(0);
    expect(dayNumber(28 * hour)).toBe(1);
  });
});
