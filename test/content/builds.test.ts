import { describe, expect, it } from 'vitest';
import { simulate } from '#engine/simulate/simulate.ts';
import type { QuestionOf } from '#model/quiz/question.ts';
import { builtScenario, judgeBuild, levelOf } from '#quiz/types/judgeBuild.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { typeOf } from '#quiz/types/index.ts';
import { BANK } from './bank.ts';

const builds = BANK.flatMap(([name, question]): [string, QuestionOf<'build'>][] =>
  question.type === 'build' ? [[name, question]] : [],
);

/** Every choice of the palette that may be made. */
function choices(question: QuestionOf<'build'>): string[][] {
  const ids = question.palette.map((item) => item.id);
  let sets: string[][] = [[]];
  for (const id of ids) sets = [...sets, ...sets.map((set) => [...set, id])];
  return sets.filter((set) => set.length > 0 && set.length <= question.at_most);
}

describe('questions that are built', () => {
  it('are there', () => expect(builds.length).toBeGreaterThanOrEqual(3));

  it.each(builds)('%s: its names are those of its board', (_, question) => {
    const level = levelOf(question);
    expect(level.ok ? [] : level.problems).toEqual([]);
  });

  it.each(builds)(
    '%s: nothing done does not pass, the marked edits do, and no smaller choice',
    (_, question) => {
      expect(judgeBuild(question, []).every((check) => check.passed)).toBe(false);
      expect(gradeAnswer(question, typeOf(question).correctAnswer(question), judgeBuild)).toMatchObject({
        kind: 'graded',
        right: true,
      });
      const key = typeOf(question).correctAnswer(question);
      const marked = key.kind === 'options' ? key.chosen : [];
      for (const chosen of choices(question)) {
        const passes = judgeBuild(question, chosen).every((check) => check.passed);
        if (passes) expect(chosen.toSorted()).toEqual(marked.toSorted());
      }
    },
  );

  it.each(builds)('%s: each choice makes a board that can be run', (_, question) => {
    for (const chosen of choices(question)) {
      const scenario = builtScenario(question, chosen);
      expect(scenario !== null && simulate(scenario).ok).toBe(true);
    }
  });

  it.each(builds)('%s: more edits than are allowed are no answer', (_, question) => {
    const all = question.palette.map((item) => item.id);
    expect(gradeAnswer(question, { kind: 'options', chosen: all }, judgeBuild).kind).toBe('invalid');
  });
});
