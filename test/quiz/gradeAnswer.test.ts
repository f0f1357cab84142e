import { describe, expect, it } from 'vitest';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import type { Answer } from '#model/quiz/answer.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { typeOf } from '#quiz/types/index.ts';

const reasons = { explanation: 'Because.', facts: ['RT-01'] };
const common = {
  id: 'q',
  stem: 'Which?',
  objective: '6a',
  topic: 't',
  rules: ['RT-01'],
  difficulty: 1,
  family: 'f',
};
function question(more: object): Question {
  const parsed = parseQuestion({ ...common, ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
const option = (id: string, correct = false) => ({ id, text: id, correct, ...reasons });
const chosen = (...ids: string[]): Answer => ({ kind: 'options', chosen: ids });
const text = (value: string): Answer => ({ kind: 'text', text: value });
const rows = (answers: Record<string, string>): Answer => ({ kind: 'rows', chosen: answers });

const single = question({ type: 'single', options: [option('a', true), option('b'), option('c')] });
const multi = question({
  type: 'multi',
  options: [option('a', true), option('b', true), option('c'), option('d')],
});
const pick = question({
  type: 'pick',
  count: 2,
  options: [option('a', true), option('b', true), option('c')],
});
const truefalse = question({ type: 'truefalse', options: [option('true', true), option('false')] });
const table = question({
  type: 'table',
  columns: [
    { id: 'yes', text: 'yes' },
    { id: 'no', text: 'no' },
  ],
  rows: ['r', 's', 't', 'u'].map((id) => ({ id, text: id, correct: 'yes', ...reasons })),
});
const match = question({
  type: 'match',
  choices: ['p', 'q'].map((id) => ({ id, text: id })),
  rows: [
    { id: 'r', text: 'r', correct: 'p', ...reasons },
    { id: 's', text: 's', correct: 'q', ...reasons },
  ],
});
const order = question({
  type: 'order',
  things: ['one', 'two', 'three'].map((id) => ({ id, text: id, ...reasons })),
});
const fill = question({ type: 'fill', accepted: ['auto_apply_run_trigger'], ...reasons });
const number = question({ type: 'number', answer: 20, ...reasons });

describe('grade', () => {
  const graded: [string, Question, Answer, number][] = [
    ['single, right', single, chosen('a'), 1],
    ['single, wrong', single, chosen('b'), 0],
    ['true or false', truefalse, chosen('true'), 1],
    ['multi, all keys', multi, chosen('a', 'b'), 1],
    ['multi, one key and one wrong', multi, chosen('a', 'c'), 0],
    ['multi, one key', multi, chosen('a'), 0.5],
    ['pick, one of two', pick, chosen('a', 'c'), 0],
    ['table, three of four', table, rows({ r: 'yes', s: 'yes', t: 'yes', u: 'no' }), 0.5],
    ['match, both', match, rows({ r: 'p', s: 'q' }), 1],
    ['order, neighbours swapped', order, { kind: 'order', things: ['two', 'one', 'three'] }, 1 / 3],
    ['fill, with blanks around', fill, text(' auto_apply_run_trigger '), 1],
    ['fill, another word', fill, text('auto_apply'), 0],
    ['number', number, text('20'), 1],
    ['number, written otherwise', number, text('20,0'), 1],
    ['number, wrong', number, text('21'), 0],
  ];
  it.each(graded)('%s', (_title, asked, answer, partial) => {
    const found = gradeAnswer(asked, answer);
    if (found.kind !== 'graded') throw new Error(found.message);
    expect(found.partial.top / found.partial.bottom).toBeCloseTo(partial);
    expect(found.right).toBe(partial === 1);
  });

  const invalid: [string, Question, Answer, RegExp][] = [
    ['pick with another number than asked', pick, chosen('a'), /exactly 2/],
    ['a table with a row left open', table, rows({ r: 'yes' }), /every row/],
    ['a number that is none', number, text('twenty'), /number/],
  ];
  it.each(invalid)('does not grade %s', (_title, asked, answer, message) => {
    expect(gradeAnswer(asked, answer)).toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(message),
    });
  });

  it.each(
    [single, multi, pick, truefalse, table, match, order, fill, number].map((q) => [q.type, q] as const),
  )('does not grade the empty answer of %s: not answered is not wrong', (_type, asked) => {
    expect(gradeAnswer(asked, typeOf(asked).emptyAnswer).kind).toBe('invalid');
  });
});
