import { describe, expect, it } from 'vitest';
import { parseScenario } from '#model/scenario/action.ts';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import type { Draw } from '#quiz/generators/kit/family.ts';
import { conditionOf, qualityGate } from '#quiz/generators/kit/qualityGate.ts';

const reason = { explanation: 'Because.', facts: ['RT-01'] };
const common = { rules: ['RT-01'], difficulty: 1, figure: null };
const option = (id: string, correct: boolean, misconception: string | null = null) => ({
  id,
  text: id,
  correct,
  misconception,
  ...reason,
});
const GOOD = [option('a', true), option('b', false, 'no-changes-fires'), option('c', false)];

function draw(body: object, more: Partial<Draw> = {}): { question: Question; draw: Draw } {
  const parsed = parseQuestion({
    id: 'q',
    objective: '6a',
    topic: 't',
    family: 'f',
    stem: 'Which?',
    ...common,
    ...body,
  });
  const board = parseScenario({
    layout: { version: 1, organizations: [{ name: 'acme' }], workspaces: [{ name: 'net' }] },
    actions: [],
  });
  if (!parsed.ok || !board.ok) throw new Error(JSON.stringify([parsed, board]));
  const { id: _id, family: _f, objective: _o, topic: _t, enemies: _e, ruleset: _r, ...rest } = parsed.value;
  const scenario = board.value;
  const key = ({ layout }: typeof scenario) => String(layout.workspaces[0]?.auto_apply);
  return { question: parsed.value, draw: { body: rest as Draw['body'], scenario, key, ...more } };
}

describe('an item is not kept', () => {
  it.each<[string, object, Partial<Draw>]>([
    ['nothing is right', { type: 'multi', options: GOOD.map((o) => ({ ...o, correct: false })) }, {}],
    ['everything is right', { type: 'multi', options: GOOD.map((o) => ({ ...o, correct: true })) }, {}],
    ['two are right in a single choice', { type: 'single', options: [...GOOD, option('d', true)] }, {}],
    ['there are two options', { type: 'single', options: GOOD.slice(0, 2) }, {}],
    ['two options mean the same', { type: 'single', options: GOOD }, { meanings: ['x', 'y', 'x'] }],
    ['two options have one text', { type: 'single', options: GOOD.map((o) => ({ ...o, text: 'same' })) }, {}],
    [
      'no distractor is believed',
      { type: 'single', options: GOOD.map((o) => ({ ...o, misconception: null })) },
      {},
    ],
    [
      'the belief has no name',
      { type: 'single', options: GOOD.map((o) => ({ ...o, misconception: o.misconception && 'made-up' })) },
      {},
    ],
    ['no lure is known', { type: 'number', answer: 1, ...reason }, {}],
    [
      'all rows of a table are alike',
      {
        type: 'table',
        columns: [
          { id: 'yes', text: 'Yes' },
          { id: 'no', text: 'No' },
        ],
        rows: ['a', 'b'].map((id) => ({ id, text: id, correct: 'yes', ...reason })),
      },
      { predictedWrongAnswers: [{ answer: 'a=no', misconception: 'write-allows-little' }] },
    ],
  ])('where %s', (_, body, more) => {
    const { question, draw: drawn } = draw(body, more);
    expect(conditionOf(question, drawn)).not.toBeNull();
  });

  const family = { id: 'f', title: 'F', objective: '6a', topic: 't', draw: () => null };

  it('where no change of the board changes the key', () => {
    const { draw: idle } = draw({ type: 'single', options: GOOD }, { key: () => 'the same' });
    expect(qualityGate(family, idle, 1)).toBeNull();
  });

  it('and is kept where all of this is in order, with the change that decides', () => {
    const { draw: fine } = draw({ type: 'single', options: GOOD });
    expect(qualityGate(family, fine, 1)).toMatchObject({
      seed: 1,
      question: { id: 'f-1', family: 'f', objective: '6a', topic: 't' },
      whatIf: { change: '`auto_apply` were on in `net`' },
    });
  });
});
