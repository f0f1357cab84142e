import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { prove } from '#engine/levels/prove.ts';
import { parseLevel } from '#model/level/level.ts';
import { readText } from '#model/parse/text.ts';

const folder = new URL('../../content/levels/', import.meta.url);
const facts = new URL('../../content/facts/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

const CHAPTERS = [
  'first-sparks',
  'runs-that-do-not-fire',
  'values-need-their-own-door',
  'queues-locks-and-time',
  'gates',
  'nightmares',
  'small-print',
];

/** Reads a level the way the command line does, and fails with every problem it has. */
function load(name: string) {
  const data = readText(readFileSync(new URL(name, folder), 'utf8'), 'yaml or json');
  if (!data.ok) throw new Error(`${name}: ${JSON.stringify(data.problems)}`);
  const level = parseLevel(data.value);
  if (!level.ok) throw new Error(level.problems.map((p) => `${name}:${p.path}: ${p.message}`).join('\n'));
  return level.value;
}

describe('levels', () => {
  const known = new Set<string>();
  beforeAll(() => {
    for (const file of readdirSync(facts)) {
      const text = readFileSync(new URL(file, facts), 'utf8');
      for (const [, id = ''] of text.matchAll(/^- id: (\S+)$/gm)) known.add(id);
    }
  });

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
    const levels = files.map(load);
    expect(levels.map((l) => Number(l.id.slice(0, 2)))).toEqual(levels.map((_, i) => i + 1));
    const chapters = levels.map((l) => CHAPTERS.indexOf(l.chapter));
    expect(chapters).toEqual([...chapters].sort((a, b) => a - b));
  });
});
