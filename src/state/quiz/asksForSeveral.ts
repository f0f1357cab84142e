import type { QuestionType } from '#model/quiz/question.ts';
import { TYPES } from '#quiz/types/index.ts';

/** Whether a type of question asks for several answers. This file is loaded late, since it brings every type with it. */
export const asksForSeveral = (type: QuestionType): boolean => TYPES[type].severalAnswers;
