import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '#engine/rules/index.ts';
import { parseLesson } from '#model/content/lesson.ts';
import { parseLevel } from '#model/level/level.ts';
import { parseQuestion } from '#model/quiz/question.ts';
import { readText } from '#model/parse/text.ts';

const content = new URL('../../content/', import.meta.url);
const textsIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, content), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(`${folder}${name}`, content), 'utf8'));

/** The facts that a kind of content is about, all of it together. */
function factsOf<T>(
  texts: readonly string[],
  parse: (input: unknown) => { ok: true; value: T } | { ok: false },
  facts: (value: T) => readonly string[],
): Set<string> {
  return new Set(
    texts.flatMap((text) => {
      const data = readText(text, 'yaml or json');
      const parsed = data.ok ? parse(data.value) : data;
      if (!parsed.ok) throw new Error(`unreadable: ${text.slice(0, 80)}`);
      return facts(parsed.value);
    }),
  );
}

describe('AC 60: coverage: every rule of the simulator', () => {
  const rules = [...new Set(RULES.map((rule) => rule.fact))];
  it('is taught in a lesson', () => {
    const frontmatter = textsIn('lessons/', '.mdx').map((text) => text.split('---')[1] ?? '');
    const taught = factsOf(frontmatter, parseLesson, (lesson) => lesson.facts);
    expect(rules.filter((rule) => !taught.has(rule))).toEqual([]);
  });

  it('turns up in a level', () => {
    const met = factsOf(textsIn('levels/', '.yaml'), parseLevel, (level) => [
      ...level.rules,
      ...level.goals.map((goal) => goal.rule),
      ...level.mistakes.map((mistake) => mistake.rule),
    ]);
    expect(rules.filter((rule) => !met.has(rule))).toEqual([]);
  });

  it('is asked in a question', () => {
    const asked = factsOf(textsIn('questions/', '.yaml'), parseQuestion, (question) => question.rules);
    expect(rules.filter((rule) => !asked.has(rule))).toEqual([]);
  });
});
