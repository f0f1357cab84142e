import type { Scenario } from '#model/scenario/action.ts';
import type { Question } from '#model/quiz/question.ts';

/** A wrong answer that somebody with a named misconception gives, where no option can carry it. */
export interface PredictedWrongAnswer {
  /** The whole answer: a number, a word, ids in order joined by blanks, or `row=column`. */
  answer: string;
  misconception: string;
}

/** One change that changes the key: what to try after answering. */
export interface SuggestedWhatIf {
  /** As in "what if …": Markdown without a capital and a full stop. */
  change: string;
  scenario: Scenario;
}

/** One item to be asked: a question, and where a generator made it, its seed and the scenario behind it. */
export interface Item {
  question: Question;
  seed: number | null;
  scenario: Scenario | null;
  predictedWrongAnswers?: readonly PredictedWrongAnswer[];
  whatIf?: SuggestedWhatIf;
}
