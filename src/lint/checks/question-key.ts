import type { Question } from '#model/quiz/question.ts';
import type { ContentCheck } from '../check.ts';
import { atPath } from '#model/content/yamlFile.ts';

export const questionKey: ContentCheck = {
  id: 'question-key',
  title: 'One option is correct in single and truefalse, one or more in multi, and not all of them.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      const found = file.parsed.ok ? problemOf(file.parsed.value) : null;
      return found === null ? [] : [atPath(file, found.path, found.message)];
    }),
};

function problemOf(question: Question): { path: string; message: string } | null {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'truefalse':
    case 'pick': {
      const message = optionsProblem(question);
      return message === null ? null : { path: 'options', message };
    }
    case 'table':
      return rowsProblem(
        question.rows,
        question.columns.map((c) => c.id),
      );
    case 'match':
      return rowsProblem(
        question.rows,
        question.choices.map((c) => c.id),
      );
    case 'order':
    case 'fill':
    case 'number':
    case 'build':
      return null;
  }
}

function rowsProblem(rows: readonly { correct: string }[], known: readonly string[]) {
  const at = rows.findIndex((row) => !known.includes(row.correct));
  return at < 0 ? null : { path: `rows[${at}].correct`, message: `must be one of ${known.join(', ')}` };
}

function optionsProblem(question: Extract<Question, { options: unknown }>): string | null {
  const ids = question.options.map((option) => option.id);
  const correct = question.options.filter((option) => option.correct).length;
  if (question.type === 'truefalse' && ids.toSorted().join() !== 'false,true')
    return 'must be two, with the ids true and false';
  if (question.type === 'pick')
    return correct === question.count
      ? null
      : `has ${correct} correct ones, and count says ${question.count}`;
  if (question.type === 'multi') {
    if (correct === 0) return 'has no correct one, mark at least one with correct: true';
    return correct === ids.length ? 'has only correct ones, add one that is wrong' : null;
  }
  return correct === 1 ? null : `has ${correct} correct ones, mark exactly one with correct: true`;
}
