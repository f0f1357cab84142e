import { parseQuestion, QUESTION_TYPES, type Question, type QuestionType } from '#model/quiz/question.ts';
import { EXAMPLES } from '#quiz/types/index.ts';

/** The example of a type as a question of the bank: with what every question has besides. */
function exampleOf(type: QuestionType): Question {
  const parsed = parseQuestion({
    id: `example-${type}`,
    stem: 'Which?',
    objective: '6a',
    topic: 'firing',
    rules: ['RT-01'],
    difficulty: 1,
    family: `example-${type}`,
    ...EXAMPLES[type]().question,
  });
  if (!parsed.ok) throw new Error(`${type}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

export const TYPE_EXAMPLES = QUESTION_TYPES.map((type) => [type, exampleOf(type)] as const);
