import { describe, expect, it } from 'vitest';
import { RULES } from '#engine/rules/index.ts';
import type { YamlFile } from '#model/content/yamlFile.ts';
import { contentOf, readable } from '../support/content.ts';

const content = contentOf();

/** The facts that all content of a kind is about. */
function factsOf<T>(files: readonly YamlFile<T>[], facts: (value: T) => readonly string[]): Set<string> {
  return new Set(readable(files).flatMap(({ value }) => facts(value)));
}

describe('AC 60: coverage: every rule of the simulator', () => {
  const rules = [...new Set(RULES.map((rule) => rule.fact))];
  it('is taught in a lesson', () => {
    const taught = factsOf(content.lessons, (lesson) => lesson.facts);
    expect(rules.filter((rule) => !taught.has(rule))).toEqual([]);
  });

  it('turns up in a level', () => {
    const met = factsOf(content.levels, (level) => [
      ...level.rules,
      ...level.goals.map((goal) => goal.rule),
      ...level.mistakes.map((mistake) => mistake.rule),
    ]);
    expect(rules.filter((rule) => !met.has(rule))).toEqual([]);
  });

  it('is asked in a question', () => {
    const asked = factsOf(content.questions, (question) => question.rules);
    expect(rules.filter((rule) => !asked.has(rule))).toEqual([]);
  });
});
