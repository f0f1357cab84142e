import type { Answer } from '#model/quiz/answer.ts';
import type { QuestionOf } from '#model/quiz/question.ts';
import type { Reason } from '../scoring/reasons.ts';
import type { Part } from './typeModule.ts';

/** The types whose answer is typed. */
type TextQuestion = QuestionOf<'fill' | 'number'>;

export const typedOf = (answer: Answer): string => (answer.kind === 'text' ? answer.text.trim() : '');

/** What they have in common. */
export const typed = {
  severalAnswers: false,
  emptyAnswer: { kind: 'text', text: '' } satisfies Answer,
  parts: ({ explanation, facts }: TextQuestion): readonly Part[] => [
    { id: 'answer', text: '', correct: true, explanation, facts, misconception: null },
  ],
  untouched: () => null,
  present: <Q extends TextQuestion>(question: Q): Q => question,
  breakdown: () => null,
  reasons: ({ explanation, facts }: TextQuestion): Reason[] => [
    { id: 'answer', text: '', standing: 'key', explanation, facts, misconception: null },
  ],
  keyProblem: () => null,
  flaw: () => null,
};
