import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import { typeOf } from '../types/index.ts';
import type { PredictedWrongAnswer } from '../types/item.ts';
import type { Grading, Judge } from './grading.ts';

/**
 * Grades an answer by scoring version 1, as its type does.
 * @param judge needed where only the simulator can grade it
 */
export const gradeAnswer = (question: Question, answer: Answer, judge: Judge | null = null): Grading =>
  typeOf(question).grade(question, answer, judge);

/** Whether an answer can be graded; what cannot be meant as an answer counts as unanswered. */
export const isAnswered = (question: Question, answer: Answer | undefined): boolean =>
  answer !== undefined && gradeAnswer(question, answer, () => []).kind === 'graded';

/**
 * Misconceptions behind the wrong options that an answer chose, or behind an answer as a whole.
 * @param predictedWrongAnswers wrong answers that holders of a misconception give, where no option can carry it
 */
export function beliefsIn(
  question: Question,
  answer: Answer,
  predictedWrongAnswers: readonly PredictedWrongAnswer[] = [],
): string[] {
  const given = new Set(wholeOf(answer));
  const predicted = predictedWrongAnswers
    .filter((wrong) => given.has(wrong.answer))
    .map((wrong) => wrong.misconception);
  const chosen = answer.kind === 'options' ? answer.chosen : [];
  const wrong = typeOf(question)
    .parts(question)
    .filter((part) => !part.correct && chosen.includes(part.id));
  return [...new Set([...predicted, ...wrong.flatMap((part) => part.misconception ?? [])])];
}

/** An answer as predicted wrong answers are written. */
function wholeOf(answer: Answer): string[] {
  switch (answer.kind) {
    case 'options':
      return [];
    case 'rows':
      return Object.entries(answer.chosen).map(([row, column]) => `${row}=${column}`);
    case 'order':
      return [answer.things.join(' ')];
    case 'text':
      return [answer.text.trim()];
  }
}
