import type { Question } from '#model/quiz/question.ts';
import { contentOf, readable } from '../support/content.ts';

/** The questions of the bank, each with its file's name. */
export const BANK = readable(contentOf('questions').questions).map(({ path, value }): [string, Question] => [
  path.replace('content/questions/', ''),
  value,
]);

/** @param name such as `firing/build-quiet-target` */
export function questionIn(name: string): Question {
  const found = BANK.find(([file]) => file === `${name}.yaml`);
  if (found === undefined) throw new Error(`no question ${name}`);
  return found[1];
}
