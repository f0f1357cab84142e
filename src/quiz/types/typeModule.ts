import type { Answer } from '#model/quiz/answer.ts';
import type { Question, QuestionOf, QuestionType } from '#model/quiz/question.ts';
import type { Comparison } from '../scoring/comparison.ts';
import type { Grading, Judge, Judged } from '../scoring/grading.ts';
import type { Reason } from '../scoring/reasons.ts';
import type { ScoreLine } from '../scoring/scoreBreakdown.ts';

/** How one type of question works: everything that is said of a type, apart from the form of its file. */
export type TypeModule<K extends QuestionType = QuestionType> = ModuleFor<QuestionOf<K>>;

interface ModuleFor<Q extends Question> {
  /** What the learner has to do, as it is said above the question. */
  label: string;
  /** Whether an answer has several parts, of which an exam wants a certain share. */
  severalAnswers: boolean;
  /** With what it is answered: fields of a page and other programs ask for this. */
  form(question: Q): AnswerForm;
  /** Whatever is explained in it, part by part. */
  parts(question: Q): readonly Part[];
  /** What is shown first. */
  emptyAnswer: Answer;
  correctAnswer(question: Q): Answer;
  /** What is meant by an answer that nobody has touched, because something is shown all the same; null where nothing is. */
  untouched(question: Q, answer: Answer, seed: number): Answer | null;
  /**
   * The question as it is shown under a seed: what may be shuffled comes in another order, so that letters cannot be
   * learned by heart. Grading goes by ids and is the same.
   */
  present(question: Q, seed: number): Q;
  /** Grades by scoring version 1. An answer of another kind counts as empty. */
  grade(question: Q, answer: Answer, judge: Judge | null): Grading;
  /**
   * How the partial score adds up, part by part; null where there is nothing to add up (one option, a word, a number).
   * The lines add up to the score; a sum below 0 counts as 0.
   */
  breakdown(question: Q, answer: Answer, judged: readonly Judged[]): ScoreLine[] | null;
  /** Sets an answer beside the right one. An answer of another kind counts as empty. */
  compare(question: Q, answer: Answer): Comparison;
  /** Every reason of a question, in the order of its parts; `judged` are the checks of a board. */
  reasons(question: Q, answer: Answer, judged: readonly Judged[]): Reason[];
  /** What the form of the file cannot hold of the key, for the content check: where it is wrong, and what to do. */
  keyProblem(question: Q): { path: string; message: string } | null;
  /**
   * Why a generated question is not worth asking, or null.
   * @param meanings what each option means, where the generator knows it
   */
  flaw(question: Q, meanings: readonly string[]): string | null;
}

type Option = QuestionOf<'single'>['options'][number];
type Row = QuestionOf<'table'>['rows'][number];
export type RowChoice = QuestionOf<'match'>['choices'][number];
type Thing = QuestionOf<'order'>['things'][number];

/** The few ways in which questions are answered, with the key in them. Most types share one with others. */
export type AnswerForm =
  /** One option, several (exactly `count` where that is told), or true and false, which stay in their order. */
  | { form: 'options'; pick: 'one' | 'several' | 'truth'; count: number | null; options: readonly Option[] }
  /** One choice for each row. */
  | { form: 'rows'; rows: readonly Row[]; choices: readonly RowChoice[] }
  | { form: 'order'; things: readonly Thing[] }
  /** A word or a number; each of `accepted` is right. */
  | {
      form: 'text';
      accepted: readonly string[];
      caseSensitive: boolean;
      number: boolean;
      /** Empty for none. */
      unit: string;
    }
  /** Changes of a board, which only the simulator can judge. */
  | { form: 'changes'; question: QuestionOf<'build'> };
export type FormOf<F extends AnswerForm['form']> = Extract<AnswerForm, { form: F }>;

/** One option, row, thing or change; of a text, the whole question. */
export interface Part {
  id: string;
  /** Empty where the question is all there is. */
  text: string;
  /** Part of the right answer: every row and thing is. */
  correct: boolean;
  explanation: string;
  facts: readonly string[];
  misconception: string | null;
}

/** A question of a type, and what some answers to it are worth. Tests hold every row. */
export interface TypeExample {
  /** What its file has besides what every question has. */
  question: { type: QuestionType } & Readonly<Record<string, unknown>>;
  /** Answers with their partial score, a number from 0 to 1 or a fraction such as `1/2`; null where it is not graded. */
  answers: readonly (readonly [Answer, number | `${number}/${number}` | null])[];
}
