import type { Scenario } from '#model/action.ts';
import type { Question } from '#model/question.ts';

/** One item to be asked: a question, and where a generator made it, its seed and the scenario behind it. */
export interface Item {
  question: Question;
  seed: number | null;
  scenario: Scenario | null;
}
