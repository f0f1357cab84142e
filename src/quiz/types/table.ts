import type { QuestionOf } from '#model/quiz/question.ts';
import { rowsOver } from './rows.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

/** For each row choose one of the columns. */
export const table: TypeModule<'table'> = {
  ...rowsOver((question: QuestionOf<'table'>) => question.columns),
  label: 'answer each row',
  present: (question) => question,
  flaw: ({ rows }) =>
    new Set(rows.map((row) => row.correct)).size < 2 ? 'the key is the same in every row' : null,
};

const why = { explanation: 'It follows from the role.', facts: ['RT-01'] };
export const tableExample = (): TypeExample => ({
  question: {
    type: 'table',
    columns: [
      { id: 'may', text: 'May' },
      { id: 'may-not', text: 'May not' },
    ],
    rows: [
      { id: 'read', text: 'Read', correct: 'may', ...why },
      { id: 'plan', text: 'Plan', correct: 'may', ...why },
      { id: 'write', text: 'Write', correct: 'may', ...why },
      { id: 'admin', text: 'Admin', correct: 'may-not', ...why },
    ],
  },
  answers: [
    [{ kind: 'rows', chosen: { read: 'may', plan: 'may', write: 'may', admin: 'may-not' } }, 1],
    [{ kind: 'rows', chosen: { read: 'may', plan: 'may', write: 'may', admin: 'may' } }, '1/2'],
    [{ kind: 'rows', chosen: { read: 'may', plan: 'may', write: 'may-not', admin: 'may' } }, 0],
    [{ kind: 'rows', chosen: { read: 'may' } }, null],
  ],
});
