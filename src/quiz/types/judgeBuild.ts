import { applyEdits } from '#model/edits/index.ts';
import { gradeSubmission } from '#engine/levels/grade.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { type Level, parseLevel } from '#model/level/level.ts';
import type { Parsed } from '#model/parse/problem.ts';
import type { QuestionOf } from '#model/quiz/question.ts';
import type { Judge } from '../scoring/grading.ts';

type BuildQuestion = QuestionOf<'build'>;

/** The question as a level of the sandbox: its board, its palette, and its checks as goals. */
export const levelOf = (question: BuildQuestion): Parsed<Level> =>
  parseLevel({
    id: question.id,
    version: 1,
    chapter: question.topic,
    title: question.family,
    story: question.stem,
    rules: question.rules,
    debrief: question.stem,
    layout: question.figure?.layout,
    script: question.figure?.actions ?? [],
    goals: question.checks.map(({ id, text, rule, check }) => ({ id, text, rule, check })),
    palette: { edits: question.palette.map((item) => item.edit) },
    solution: { edits: question.palette.filter((item) => item.correct).map((item) => item.edit) },
    par: question.at_most,
  });

const editsOf = (level: Level, question: BuildQuestion, chosen: readonly string[]) =>
  level.palette.edits.filter((_, i) => chosen.includes(question.palette[i]?.id ?? ''));

/** Judges every check of a board with the chosen edits made; a question that does not parse passes none. */
export const judgeBuild: Judge = (question, chosen) => {
  const level = levelOf(question);
  if (!level.ok)
    return question.checks.map(({ id, rule }) => ({
      id,
      passed: false,
      message: level.problems[0]?.message ?? '',
      rule,
    }));
  return gradeSubmission(level.value, { edits: editsOf(level.value, question, chosen), actions: [] }).checks;
};

/** The board with the chosen edits made, and what is done on it: what the sandbox opens. */
export function builtScenario(question: BuildQuestion, chosen: readonly string[]): Scenario | null {
  const level = levelOf(question);
  if (!level.ok) return null;
  const layout = applyEdits(level.value.layout, editsOf(level.value, question, chosen));
  return { layout, actions: level.value.probes[0]?.script ?? [] };
}
