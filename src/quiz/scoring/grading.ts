import type { QuestionOf } from '#model/quiz/question.ts';
import { equal, ONE } from '../lib/fraction.ts';
import type { Score } from './formulas.ts';

/** `invalid`: it cannot be meant as an answer, so it is not graded; say why and let it be mended. */
export type Grading = { kind: 'invalid'; message: string } | ({ kind: 'graded'; right: boolean } & Score);

/** One check of a board, judged by the simulator. */
export interface Judged {
  id: string;
  passed: boolean;
  message: string;
  rule: string;
}
/** Judges a changed board; `types/judgeBuild.ts` has it, with the simulator that it needs. */
export type Judge = (question: QuestionOf<'build'>, chosen: readonly string[]) => readonly Judged[];

export const invalid = (message: string): Grading => ({ kind: 'invalid', message });
export const graded = (score: Score): Grading => ({
  kind: 'graded',
  right: equal(score.strict, ONE),
  ...score,
});
