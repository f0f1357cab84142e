import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleOf } from '#engine/rules/index.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { isFactId } from '#model/content/fact.ts';
import { balanceLine, balanceOf, isFair } from '#lint/balance.ts';
import { appRulesOf } from '#lint/checks/question-about-app.ts';
import { GUESSERS, gain } from '#lint/guessing.ts';
import { restsOnAppRules } from '#quiz/types/aboutApp.ts';
import { isChoice } from '#lint/wording.ts';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import type { Answer } from '#model/quiz/answer.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { MISCONCEPTIONS } from '#quiz/misconceptions/index.ts';
import { keyOf, RECOMPUTED } from './recomputed.ts';
import { contentOf } from '../support/content.ts';

const SEEDS = Array.from({ length: 500 }, (_, i) => i + 1);
const APP_RULES = appRulesOf(contentOf('facts'));
const KNOWN = new Set(MISCONCEPTIONS.map((m) => m.id));

/** Enough for any machine: the work is counted in items, not in seconds. */
const PATIENCE = 300_000;

const made = new Map<string, Item[]>();
/** The items of a family, each made once. */
function itemsOf(family: string): Item[] {
  const known = made.get(family) ?? SEEDS.map((seed) => item(family, seed));
  made.set(family, known);
  return known;
}

function item(family: string, seed: number): Item {
  const made = generate(family, seed);
  if (made === null) throw new Error(`no item of ${family} for seed ${seed}`);
  return made;
}

describe('generators', () => {
  it('are listed, one a file, under the name of their family', () => {
    const files = readdirSync(new URL('../../src/quiz/generators/', import.meta.url)).filter(
      (f) => f.endsWith('.ts') && f !== 'index.ts',
    );
    const camel = (id: string) => id.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
    expect(GENERATORS.map((g) => `${camel(g.id)}.ts`).sort()).toEqual(files.sort());
    expect(Object.keys(RECOMPUTED).sort()).toEqual(GENERATORS.map((g) => g.id).sort());
  });

  it('have no item of an unknown family', () => {
    expect(generate('no-such-family', 1)).toBeNull();
  });

  it('make items for any seed that a number can be', () => {
    for (const { id } of GENERATORS) {
      for (const seed of [0, 123_456_789, 2 ** 31, 4_000_000_000]) item(id, seed);
    }
  });
});

/** Points over chance in one family: more than in the bank, since some words belong to what is asked. */
const MOST_POINTS = 12;

describe.each(GENERATORS.map((g) => [g.id] as const))('%s', (family) => {
  const items = itemsOf(family);

  it(
    'gives the same item, byte for byte, for the same seed',
    () => {
      // In another order, so that nothing can be left over from the item before.
      for (const seed of SEEDS.slice(0, 100).reverse())
        expect(JSON.stringify(item(family, seed)) === JSON.stringify(items[seed - 1]), String(seed)).toBe(
          true,
        );
    },
    PATIENCE,
  );

  it('gives boards and keys that vary', () => {
    expect(new Set(items.map((i) => JSON.stringify(i.scenario))).size).toBeGreaterThan(SEEDS.length * 0.8);
    expect(new Set(items.map((i) => keyOf(i.question))).size).toBeGreaterThan(3);
  });

  it('makes questions that the bank would accept, and boards that can be run', () => {
    for (const { question, seed, scenario } of items) {
      const parsed = parseQuestion(question);
      expect(parsed.ok ? [] : parsed.problems, String(seed)).toEqual([]);
      expect(question.id).toBe(`${family}-2-${seed}`);
      expect(question.family).toBe(family);
      expect(scenario !== null && simulate(scenario).ok, String(seed)).toBe(true);
    }
  });

  it('has the key that is worked out again from the board', () => {
    for (const made of items)
      expect(keyOf(made.question), String(made.seed)).toBe(RECOMPUTED[family]?.(made));
  });

  it('scores its own key full, and never the empty or the whole answer', () => {
    for (const { question, seed } of items) {
      for (const answer of keyAnswers(question))
        expect(gradeAnswer(question, answer), String(seed)).toMatchObject({ kind: 'graded', right: true });
      if (!('options' in question)) continue;
      const all = question.options.map((o) => o.id);
      if (question.type === 'multi')
        expect(gradeAnswer(question, { kind: 'options', chosen: all })).toMatchObject({ right: false });
      expect(gradeAnswer(question, { kind: 'options', chosen: [] })).toMatchObject({ kind: 'invalid' });
    }
  });

  it('has one right option, or several but not all, and no two alike', () => {
    for (const { question, seed } of items) {
      if (!('options' in question)) continue;
      const right = question.options.filter((o) => o.correct).length;
      if (question.type === 'single') expect(right, String(seed)).toBe(1);
      expect(right).toBeGreaterThan(0);
      expect(right).toBeLessThan(question.options.length);
      const texts = question.options.map((o) => o.text.toLowerCase());
      expect(new Set(texts).size, String(seed)).toBe(texts.length);
    }
  });

  it('explains everything with facts, and names a known misconception', () => {
    for (const { question, seed, predictedWrongAnswers = [] } of items) {
      for (const { explanation, facts } of reasonsOf(question)) {
        expect(explanation, String(seed)).toMatch(/^[A-Z`0-9"].*[.!?]$/s);
        expect(explanation).not.toMatch(/run-\d|undefined|null/);
        expect(facts.length).toBeGreaterThan(0);
        for (const fact of facts) expect(isFactId(fact) || ruleOf(fact) !== undefined, fact).toBe(true);
      }
      const wrong = 'options' in question ? question.options.filter((o) => !o.correct) : [];
      const names = [
        ...wrong.map((o) => o.misconception),
        ...predictedWrongAnswers.map((l) => l.misconception),
      ];
      const held = names.filter((name) => name !== null);
      expect(held.length, String(seed)).toBeGreaterThan(0);
      for (const name of held) expect(KNOWN.has(name), name).toBe(true);
    }
  });

  it('has lures that are wrong', () => {
    for (const { question, seed, predictedWrongAnswers = [] } of items)
      for (const { answer } of predictedWrongAnswers)
        expect(keyOf(question), String(seed)).not.toContain(`=${answer}=`);
  });

  it('asks nothing more often than a tenth over its fair share', () => {
    const rows = balanceOf(items.map(({ question }) => question));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !isFair(row)).map((row) => balanceLine(family, row))).toEqual([]);
  });

  it('says in no stem what an answer says', () => {
    for (const { question, seed } of items) {
      const stem = plain(question.stem);
      for (const text of answersIn(question)) {
        expect(stem, `${seed}: ${text}`).not.toContain(plain(text));
        const words = wordsIn(text);
        // More than names, and not all of it in the stem either.
        if (words.length > 0)
          expect(
            words.some((word) => !wordsIn(question.stem).includes(word)),
            `${seed}: ${text}`,
          ).toBe(true);
      }
    }
  });

  it('asks nothing that only this app decides', () => {
    for (const { question, seed } of items)
      expect(restsOnAppRules(question, APP_RULES), `${seed}: ${question.rules}`).toBe(false);
  });

  it('needs few attempts, so that a question is there at once', () => {
    const generator = GENERATORS.find((g) => g.id === family);
    const attempts = SEEDS.slice(0, 100).map((seed) => {
      let attempt = 0;
      while (generator?.make(seed, attempt) === null) attempt++;
      return attempt + 1;
    });
    expect(attempts.reduce((a, b) => a + b, 0) / attempts.length).toBeLessThan(20);
  });

  it('is not to be guessed by length or place', () => {
    const choices = items.map((i) => i.question).filter(isChoice);
    for (const guesser of GUESSERS.filter(({ id }) => /long|short|first|second|third|last/.test(id)))
      expect(gain(guesser, choices), guesser.id).toBeLessThan(MOST_POINTS);
  });

  it('hangs on something: the change that it names changes the key', () => {
    for (const made of items) {
      const { whatIf, seed } = made;
      if (whatIf === undefined) throw new Error(`nothing decides in seed ${seed}`);
      expect(whatIf.change).not.toMatch(/^[A-Z]|\.$/);
      const changed = RECOMPUTED[family]?.({ ...made, scenario: whatIf.scenario });
      expect(changed, `${seed}: ${whatIf.change}`).not.toBe(keyOf(made.question));
    }
  });
});

const plain = (text: string): string => text.replaceAll('`', '').toLowerCase();
/** Words that say something, without names in code. */
const wordsIn = (text: string): string[] =>
  text
    .replace(/`[^`]*`/g, ' ')
    .toLowerCase()
    .split(/[^a-z_]+/)
    .filter((word) => word.length > 3 && word !== 'from');

/** The texts that answer a question, where they are more than the name of a workspace that the board is asked about. */
function answersIn(question: Question): string[] {
  if ('options' in question)
    return question.options
      .map((o) => o.text)
      .filter((text) => !/^`[\w-]+`$/.test(text) || text.includes('_'));
  if ('rows' in question) return question.rows.map((row) => row.text);
  if ('things' in question) return question.things.map((thing) => thing.text);
  if (question.type === 'fill') return [...question.accepted];
  return [];
}

/** What stands for the key when it is answered: for words to fill in, each of the accepted forms. */
function keyAnswers(question: Question): Answer[] {
  if ('options' in question)
    return [{ kind: 'options', chosen: question.options.filter((o) => o.correct).map((o) => o.id) }];
  if ('palette' in question) return [typeOf(question).correctAnswer(question)];
  if ('rows' in question)
    return [{ kind: 'rows', chosen: Object.fromEntries(question.rows.map((r) => [r.id, r.correct])) }];
  if ('things' in question) return [{ kind: 'order', things: question.things.map((t) => t.id) }];
  if (question.type === 'fill') return question.accepted.map((text) => ({ kind: 'text', text }));
  return [{ kind: 'text', text: String(question.answer) }];
}

const reasonsOf = (question: Question): readonly { explanation: string; facts: readonly string[] }[] =>
  'options' in question
    ? question.options
    : 'rows' in question
      ? question.rows
      : 'things' in question
        ? question.things
        : 'palette' in question
          ? question.palette
          : [question];

describe('misconceptions', () => {
  it('have names of their own and facts that contradict them', () => {
    expect(KNOWN.size).toBe(MISCONCEPTIONS.length);
    for (const m of MISCONCEPTIONS) {
      expect(m.facts.length).toBeGreaterThan(0);
      expect(m.truth).toMatch(/\.$/);
    }
  });

  it('are each held by somebody in some item', () => {
    const held = new Set<string | null>();
    for (const { question, predictedWrongAnswers = [] } of GENERATORS.flatMap((g) => itemsOf(g.id))) {
      if ('options' in question) for (const o of question.options) held.add(o.misconception);
      for (const lure of predictedWrongAnswers) held.add(lure.misconception);
    }
    expect([...KNOWN].filter((id) => !held.has(id))).toEqual([]);
  });
});
