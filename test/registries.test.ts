import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOALS } from '#engine/levels/goals/index.ts';
import { RULES, RULES_AT } from '#engine/rules/index.ts';
import { EFFECTS } from '#engine/rules/rule.ts';
import { EDIT_TYPES, EDITS } from '#model/edits/index.ts';
import { EDIT_EXAMPLES } from './support/editExamples.ts';
import { QUESTION_TYPES } from '#model/quiz/question.ts';
import { EXAMPLES, TYPES } from '#quiz/types/index.ts';
import { contentOf, readable } from './support/content.ts';

/**
 * Lists are written out by hand; this holds list, folder, facts and tests together. Of rules and findings each has the
 * number of its fact in its name; what else is in their folders is what they are made of.
 */
const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending) && file !== `index${ending}`)
    .map((file) => file.slice(0, -ending.length))
    .filter((name) => !/\/(rules|findings)$/.test(folder) || /^[a-z]+-\d+-/.test(name))
    .sort();

const facts = new Map(
  readable(contentOf('facts').facts)
    .flatMap(({ value }) => value)
    .map((fact) => [fact.id, fact]),
);

describe('rules', () => {
  it('are the files of their folder, each once in the list', () => {
    expect(RULES.map((rule) => rule.id).sort()).toEqual(namesIn('src/engine/rules', '.ts'));
  });

  it('have a test file each, and no test file is left over', () => {
    const tests = namesIn('test/engine/rules', '.test.ts');
    expect(tests).toEqual(namesIn('src/engine/rules', '.ts'));
    for (const id of tests)
      expect(readFileSync(`test/engine/rules/${id}.test.ts`, 'utf8')).toContain(`ruleTable('${id}', {`);
  });

  it('stand at the point they name', () => {
    for (const [point, rules] of Object.entries(RULES_AT))
      for (const rule of rules) expect([rule.id, rule.at]).toEqual([rule.id, point]);
  });

  describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('is named by its fact, which exists', () => {
      expect(facts.has(rule.fact)).toBe(true);
      expect(id.startsWith(`${rule.fact.toLowerCase()}-`)).toBe(true);
      expect(readFileSync(`src/engine/rules/${id}.ts`, 'utf8')).toContain(`Fact: ${rule.fact}.`);
    });

    it('grades its evidence no higher than its fact does', () => {
      const status = facts.get(rule.fact)?.status;
      // The provider documents the first sentence of FI-37, on creating runs; only the second, on triggers, is ours.
      if (id === 'fi-37-no-configuration') return;
      if (rule.evidence === 'documented') expect(['documented', 'vendor_conflict']).toContain(status);
      if (status === 'app_rule' || status === 'vendor_silent') expect(rule.evidence).toBe('app_rule');
    });

    it('has words for everything, an effect, and what a hold waits for', () => {
      expect(EFFECTS).toContain(rule.effect);
      for (const words of [rule.title, rule.why, rule.fix, rule.condition])
        expect(words).toMatch(/^\S.*\S$/s);
      expect(rule.waitingFor !== undefined).toBe(rule.effect === 'hold');
      if (rule.rulesets !== undefined) expect(rule.rulesets.hcp).not.toBe(rule.rulesets.guide);
    });
  });
});

describe('goals', () => {
  it('are the files of their folder, by their ids', () => {
    expect(Object.keys(GOALS).sort()).toEqual(namesIn('src/engine/levels/goals', '.ts'));
    for (const [key, goal] of Object.entries(GOALS)) expect(goal.id).toBe(key);
  });

  it('have a test file each, and no test file is left over', () => {
    expect(namesIn('test/engine/levels/goals', '.test.ts')).toEqual(
      namesIn('src/engine/levels/goals', '.ts'),
    );
  });
});

describe('edits', () => {
  it('are the files of their folder, by their types', () => {
    expect([...EDIT_TYPES].sort()).toEqual(namesIn('src/model/edits', '.ts'));
  });

  it('have every part, and examples by which they are tried', () => {
    const parts = [
      'fields',
      'panel',
      'apply',
      'revert',
      'subjects',
      'target',
      'asAction',
      'describe',
      'done',
    ];
    for (const type of EDIT_TYPES) {
      expect(Object.keys(EDITS[type]), type).toEqual(expect.arrayContaining(parts));
      expect(EDIT_EXAMPLES[type].length, type).toBeGreaterThan(0);
    }
  });

  it('are switched on nowhere else in the model, the engine and the state', () => {
    const elsewhere = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^(model|engine|state)\/.*\.ts$/.test(path) && !path.startsWith('model/edits/'))
      .filter((path) => {
        const text = readFileSync(`src/${path}`, 'utf8');
        return EDIT_TYPES.filter((type) => type.includes('_') && text.includes(`case '${type}'`)).length > 2;
      });
    expect(elsewhere).toEqual([]);
  });
});

describe('types of questions', () => {
  it('have a form, a file by their name and a line in the index each', () => {
    expect(Object.keys(TYPES)).toEqual(QUESTION_TYPES);
    expect(Object.keys(EXAMPLES)).toEqual(QUESTION_TYPES);
    const list = readFileSync('src/quiz/types/index.ts', 'utf8');
    for (const type of QUESTION_TYPES) expect(list).toContain(`from './${type}.ts'`);
    const exporting = namesIn('src/quiz/types', '.ts').filter((name) =>
      /: TypeModule<'/.test(readFileSync(`src/quiz/types/${name}.ts`, 'utf8')),
    );
    expect(exporting).toEqual([...QUESTION_TYPES].sort());
  });

  it('are switched on nowhere else: a type says what it does in its own file', () => {
    // An order is a way of answering too.
    const own = QUESTION_TYPES.filter((type) => type !== 'order').join('|');
    const switches = new RegExp(`case '(${own})':|\\.type [!=]== '(${own}|order)'`);
    const found = ['src/quiz', 'src/lint', 'src/state/quiz', 'src/islands/quiz', 'src/components/quiz']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name)}`),
      )
      .filter((path) => /\.tsx?$/.test(path) && switches.test(readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });
});

describe('folders', () => {
  it.each(['src/engine/rules', 'src/engine/levels/goals', 'src/engine/findings', 'src/model/edits'])(
    '%s writes its list out in index.ts',
    (folder) => {
      expect(existsSync(`${folder}/index.ts`)).toBe(true);
      const list = readFileSync(`${folder}/index.ts`, 'utf8');
      for (const name of namesIn(folder, '.ts')) expect(list).toContain(`'./${name}.ts'`);
    },
  );
});
