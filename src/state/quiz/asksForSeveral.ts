import type { QuestionType } from '#model/quiz/question.ts';
import { TYPES } from '#quiz/types/index.ts';

/** Whether a type of question asks for several answers. A file of its own, since it comes with every type there is. */
export const asksForSeveral = (type: QuestionType): boolean => TYPES[type].severalAnswers;
