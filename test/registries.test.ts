import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOALS } from '#engine/levels/goals/index.ts';
import { RULES, RULES_AT } from '#engine/rules/index.ts';
import { EFFECTS } from '#engine/rules/rule.ts';
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

describe('folders', () => {
  it.each(['src/engine/rules', 'src/engine/levels/goals', 'src/engine/findings'])(
    '%s writes its list out in index.ts',
    (folder) => {
      expect(existsSync(`${folder}/index.ts`)).toBe(true);
      const list = readFileSync(`${folder}/index.ts`, 'utf8');
      for (const name of namesIn(folder, '.ts')) expect(list).toContain(`'./${name}.ts'`);
    },
  );
});
