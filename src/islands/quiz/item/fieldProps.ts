import type { ReactNode } from 'react';
import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { AnswerForm, FormOf } from '#quiz/types/typeModule.ts';

export interface FieldProps {
  /** The question as it is presented: its options may be in another order. */
  question: Question;
  answer: Answer;
  onChange: (answer: Answer) => void;
  /** It was checked, or cannot be changed here; options stay in reach of the keyboard. */
  disabled: boolean;
  /** After checking, rows and options show what was right. */
  checked: boolean;
  /** Unlike that of any other question of the page. */
  name: string;
  /** In which order things are first shown. */
  seed: number;
  /** The board as it is at first, and the same in words; null where the question has none. */
  scenario: Scenario | null;
  board: ReactNode;
}

/** The fields of one way of answering. */
export type FieldsOf<F extends AnswerForm['form']> = FieldProps & { form: FormOf<F> };
