import type { Question } from '#model/quiz/question.ts';

/** What is right in a question, part by part, with the facts that make it so. */
function rightParts(question: Question): readonly { facts: readonly string[] }[] {
  if ('options' in question) return question.options.filter((option) => option.correct);
  if ('palette' in question) return question.palette.filter((option) => option.correct);
  if ('rows' in question) return question.rows;
  if ('things' in question) return question.things;
  return [question];
}

/**
 * Whether a question asks what only this app decides: everything that it asks about, or some part of its right answer,
 * rests on nothing but rules of the app. The vendor says nothing there, so the exam cannot ask it, and neither may
 * practice, review and mock exams.
 * @param appRules ids of facts that are rules of this app, where the vendor is silent
 */
export const restsOnAppRules = (question: Question, appRules: ReadonlySet<string>): boolean =>
  [{ facts: question.rules }, ...rightParts(question)].some(
    ({ facts }) => facts.length > 0 && facts.every((fact) => appRules.has(fact)),
  );
