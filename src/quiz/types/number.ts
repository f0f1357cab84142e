import { graded, invalid } from '../scoring/grading.ts';
import { scoreNumber } from '../scoring/formulas.ts';
import { typed, typedOf } from './typedText.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

export const number: TypeModule<'number'> = {
  ...typed,
  label: 'give a number',
  form: ({ answer, unit }) => ({
    form: 'text',
    accepted: [String(answer)],
    caseSensitive: false,
    number: true,
    unit,
  }),
  correctAnswer: ({ answer }) => ({ kind: 'text', text: String(answer) }),
  grade(question, answer) {
    const text = typedOf(answer);
    if (!/^-?\d+([.,]\d+)?$/.test(text)) return invalid('Give a number.');
    return graded(scoreNumber(question.answer, Number(text.replace(',', '.'))));
  },
  compare(question, answer) {
    const unit = question.unit === '' ? '' : ` ${question.unit}`;
    const given = typedOf(answer);
    return {
      form: 'text',
      given: given === '' ? '' : `${given}${unit}`,
      key: [`${question.answer}${unit}`],
    };
  },
};

export const numberExample = (): TypeExample => ({
  question: {
    type: 'number',
    answer: 20,
    unit: 'workspaces',
    explanation: 'More are refused.',
    facts: ['RT-01'],
  },
  answers: [
    [{ kind: 'text', text: '20' }, 1],
    [{ kind: 'text', text: '20,0' }, 1],
    [{ kind: 'text', text: '21' }, 0],
    [{ kind: 'text', text: 'twenty' }, null],
  ],
});
