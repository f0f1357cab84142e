import { describe, expect, it } from 'vitest';
import { prove } from '#engine/levels/prove.ts';
import { contentOf, readable } from '../support/content.ts';

const levels = new Map(
  readable(contentOf('levels').levels).map(({ path, value }) => [path.replace('content/levels/', ''), value]),
);
const files = [...levels.keys()];

const CHAPTERS = [
  'first-sparks',
  'runs-that-do-not-fire',
  'values-need-their-own-door',
  'queues-locks-and-time',
  'gates',
  'nightmares',
  'small-print',
];

function load(name: string) {
  const level = levels.get(name);
  if (level === undefined) throw new Error(`no level ${name}`);
  return level;
}

describe('levels', () => {
  const known = contentOf('facts').factIds;

  it.each(files)(
    'AC 38, 39: %s: the start fails, mistakes fail by their rule, the solution passes, nothing smaller does',
    (name) => {
      const level = load(name);
      expect(`${level.id}.yaml`).toBe(name);
      const proof = prove(level);
      expect(proof.problems).toEqual([]);
      expect(proof.parProven).toBe(true);
      // Boards that were graded for it: a few milliseconds each.
      expect(proof.tried).toBeLessThan(5_000);
    },
  );

  it.each(files)('%s: its chapter exists, every rule it names is a fact, and somebody erred', (name) => {
    const level = load(name);
    expect(CHAPTERS).toContain(level.chapter);
    expect(level.mistakes.length).toBeGreaterThan(0);
    const rules = [...level.rules, ...level.goals.map((g) => g.rule), ...level.mistakes.map((m) => m.rule)];
    expect(rules.filter((rule) => !known.has(rule))).toEqual([]);
  });

  it('are numbered without a gap, chapter after chapter', () => {
    const all = files.map(load);
    expect(all.map((l) => Number(l.id.slice(0, 2)))).toEqual(all.map((_, i) => i + 1));
    const chapters = all.map((l) => CHAPTERS.indexOf(l.chapter));
    expect(chapters).toEqual([...chapters].sort((a, b) => a - b));
  });
});
