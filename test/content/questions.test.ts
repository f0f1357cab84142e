import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { simulate } from '#engine/simulate.ts';
import { parseScenario } from '#model/action.ts';
import { parseQuestion, type Question } from '#model/question.ts';
import { judgeBuild } from '#quiz/build.ts';
import { grade } from '#quiz/grade.ts';
import { keyOf } from '#quiz/key.ts';

const folder = new URL('../../content/questions/', import.meta.url);
const questions = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Question] => {
    const parsed = parseQuestion(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
    return [name, parsed.value];
  });

describe('the bank', () => {
  it.each(questions)('%s: its key scores full', (_name, question) => {
    expect(grade(question, keyOf(question), judgeBuild)).toMatchObject({ kind: 'graded', right: true });
  });

  const boards = questions.filter(([, q]) => q.figure !== null && q.figure.layout !== null);
  it.each(boards)('%s: its board can be opened and run', (_name, { figure }) => {
    const parsed = parseScenario({ layout: figure?.layout, actions: figure?.actions });
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    if (parsed.ok) expect(simulate(parsed.value).ok).toBe(true);
  });

  const wrong = questions.flatMap(([name, q]) =>
    q.type === 'single' ? q.options.filter((o) => !o.correct).map((o) => [name, o.id, q] as const) : [],
  );
  it('scores every distractor of a single choice 0', () => {
    for (const [name, id, question] of wrong) {
      expect(grade(question, { kind: 'options', chosen: [id] }), name).toMatchObject({ right: false });
    }
  });
});
