import type { Question } from '#model/question.ts';
import type { Check } from '../check.ts';
import { atPath } from '../content.ts';

export const questionKey: Check = {
  id: 'question-key',
  title: 'One option is correct in single and truefalse, one or more in multi, and not all of them.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      const problem = file.parsed.ok ? problemOf(file.parsed.value) : null;
      return problem === null ? [] : [atPath(file, 'options', problem)];
    }),
};

function problemOf(question: Question): string | null {
  if (question.type === 'number') return null;
  const ids = question.options.map((option) => option.id);
  const correct = question.options.filter((option) => option.correct).length;
  if (question.type === 'truefalse' && ids.toSorted().join() !== 'false,true') return 'must be two, with the ids true and false';
  if (question.type === 'multi') {
    if (correct === 0) return 'has no correct one, mark at least one with correct: true';
    return correct === ids.length ? 'has only correct ones, add one that is wrong' : null;
  }
  return correct === 1 ? null : `has ${correct} correct ones, mark exactly one with correct: true`;
}
