import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulate } from '#engine/simulate.ts';
import { parseQuestion } from '#model/question.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import { grade } from '#quiz/grade.ts';
import type { Item } from '#quiz/item.ts';
import { MISCONCEPTIONS } from '#quiz/misconceptions.ts';

const SEEDS = Array.from({ length: 1000 }, (_, i) => i + 1);

function item(family: string, seed: number): Item {
  const made = generate(family, seed);
  if (made === null) throw new Error(`no item of ${family} for seed ${seed}`);
  return made;
}

describe('generators', () => {
  it('are listed, one a file, under the name of their family', () => {
    const files = readdirSync(new URL('../../src/quiz/generators/', import.meta.url)).filter(
      (f) => f !== 'index.ts',
    );
    const camel = (id: string) => id.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
    expect(GENERATORS.map((g) => `${camel(g.id)}.ts`).sort()).toEqual(files.sort());
  });

  it('have no item of an unknown family', () => {
    expect(generate('no-such-family', 1)).toBeNull();
  });

  describe.each(GENERATORS.map((g) => [g.id] as const))('%s', (family) => {
    it('gives the same item, byte for byte, for the same seed', () => {
      for (const seed of SEEDS)
        expect(JSON.stringify(item(family, seed))).toBe(JSON.stringify(item(family, seed)));
    });

    it('makes questions that the bank would accept', () => {
      for (const seed of SEEDS) {
        const { question } = item(family, seed);
        const parsed = parseQuestion(JSON.parse(JSON.stringify(question)));
        expect(parsed.ok ? [] : parsed.problems, String(seed)).toEqual([]);
      }
    });

    it('scores its own key full, and never the empty or the whole answer', () => {
      for (const seed of SEEDS) {
        const { question } = item(family, seed);
        if (!('options' in question)) continue;
        const keys = question.options.filter((o) => o.correct).map((o) => o.id);
        const all = question.options.map((o) => o.id);
        expect(grade(question, { kind: 'options', chosen: keys })).toMatchObject({
          kind: 'graded',
          right: true,
        });
        expect(grade(question, { kind: 'options', chosen: all })).toMatchObject({
          kind: 'graded',
          right: false,
        });
        expect(grade(question, { kind: 'options', chosen: [] })).toMatchObject({ kind: 'invalid' });
      }
    });

    it('names a known misconception for at least one distractor', () => {
      const known = new Set(MISCONCEPTIONS.map((m) => m.id));
      for (const seed of SEEDS) {
        const { question } = item(family, seed);
        if (!('options' in question)) continue;
        const named = question.options.flatMap((o) => (o.misconception === null ? [] : [o.misconception]));
        expect(named.length, String(seed)).toBeGreaterThan(0);
        for (const id of named) expect(known.has(id)).toBe(true);
      }
    });
  });

  it('which-run: the key is what the simulator says, asked again', () => {
    for (const seed of SEEDS) {
      const { question, scenario } = item('which-run', seed);
      if (scenario === null || !('options' in question)) throw new Error('not a board');
      const simulated = simulate(scenario);
      if (!simulated.ok) throw new Error('not simulated');
      const triggered = new Set(
        simulated.value.result.runs
          .filter((r) => r.triggered_by !== null)
          .map((r) => r.workspace.replace('acme/', '')),
      );
      const keys = question.options.filter((o) => o.correct).map((o) => o.id);
      expect(new Set(keys)).toEqual(
        new Set(question.options.map((o) => o.id).filter((id) => triggered.has(id))),
      );
    }
  });
});

describe('misconceptions', () => {
  it('have names of their own and facts that contradict them', () => {
    expect(new Set(MISCONCEPTIONS.map((m) => m.id)).size).toBe(MISCONCEPTIONS.length);
    for (const m of MISCONCEPTIONS) expect(m.facts.length).toBeGreaterThan(0);
  });
});
