import type { Question } from '#model/quiz/question.ts';
import { typeOf } from './index.ts';

/**
 * Whether a question asks what only this app decides: everything that it asks about, or some part of its right answer,
 * rests on nothing but rules of the app. The vendor says nothing there, so the exam cannot ask it, and neither may
 * practice, review and mock exams.
 * @param appRules ids of facts that are rules of this app, where the vendor is silent
 */
export const restsOnAppRules = (question: Question, appRules: ReadonlySet<string>): boolean =>
  [
    { facts: question.rules },
    ...typeOf(question)
      .parts(question)
      .filter(({ correct }) => correct),
  ].some(({ facts }) => facts.length > 0 && facts.every((fact) => appRules.has(fact)));
