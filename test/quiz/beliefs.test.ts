import { describe, expect, it } from 'vitest';
import type { Answer } from '#model/quiz/answer.ts';
import { parseQuestion } from '#model/quiz/question.ts';
import { beliefsIn } from '#quiz/scoring/gradeAnswer.ts';
import { lookAlikes } from '#quiz/scoring/lookAlikes.ts';
import { contentOf } from '../support/content.ts';

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
function question(more: object) {
  const parsed = parseQuestion({ ...common, ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
const number = question({ type: 'number', answer: 2, ...reasons });
const single = question({
  type: 'single',
  options: [
    { id: 'a', text: 'a', correct: true, ...reasons },
    { id: 'b', text: 'b', misconception: 'plan-only-fires', ...reasons },
  ],
});

describe('the beliefs behind an answer', () => {
  const lure = (answer: string) => [{ answer, misconception: 'no-changes-fires' }];
  it.each<[string, Answer, string, string[]]>([
    ['a number', { kind: 'text', text: ' 3 ' }, '3', ['no-changes-fires']],
    ['another number', { kind: 'text', text: '4' }, '3', []],
    ['an order', { kind: 'order', things: ['a', 'b'] }, 'a b', ['no-changes-fires']],
    ['a row', { kind: 'rows', chosen: { r: 'yes', s: 'no' } }, 's=no', ['no-changes-fires']],
  ])('are those of the lure: %s', (_, answer, lured, beliefs) => {
    expect(beliefsIn(number, answer, lure(lured))).toEqual(beliefs);
  });

  it('are those of the wrong options that were chosen', () => {
    expect(beliefsIn(single, { kind: 'options', chosen: ['b'] })).toEqual(['plan-only-fires']);
    expect(beliefsIn(single, { kind: 'options', chosen: ['a'] })).toEqual([]);
  });
});

it('facts that are often confused are facts, each under a title in words', () => {
  const known = contentOf('facts').factIds;
  expect(lookAlikes(['RT-99', 'AA-05'])?.map(({ id }) => id)).toEqual(['AA-02', 'AA-05']);
  expect(lookAlikes(['RT-99'])).toBeNull();
  for (const id of known)
    for (const fact of lookAlikes([id]) ?? []) {
      expect(known).toContain(fact.id);
      expect(fact.title).not.toMatch(/[A-Z]+-\d/);
    }
});
