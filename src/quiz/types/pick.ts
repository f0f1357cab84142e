import { invalid } from '../scoring/grading.ts';
import { chosenOf, correctIds, optionsFlaw, severalOptions } from './options.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

/** Choose exactly as many options as are asked for. */
export const pick: TypeModule<'pick'> = {
  ...severalOptions,
  label: 'choose the number asked for',
  form: ({ options, count }) => ({ form: 'options', pick: 'several', count, options }),
  grade(question, answer) {
    const { length } = chosenOf(answer);
    return length === 0 || length === question.count
      ? severalOptions.grade(question, answer)
      : invalid(`Choose exactly ${question.count}: you have chosen ${length}.`);
  },
  keyProblem({ options, count }) {
    const correct = correctIds(options).length;
    return correct === count
      ? null
      : { path: 'options', message: `has ${correct} correct ones, and count says ${count}` };
  },
  flaw: (question, meanings) => optionsFlaw(question, meanings, { one: false, fewest: 3 }),
};

const why = { explanation: 'Both start runs of other workspaces.', facts: ['RT-01'] };
export const pickExample = (): TypeExample => ({
  question: {
    type: 'pick',
    count: 2,
    options: [
      { id: 'a', text: 'A', correct: true, ...why },
      { id: 'b', text: 'B', correct: true, ...why },
      { id: 'c', text: 'C', ...why },
      { id: 'd', text: 'D', ...why },
    ],
  },
  answers: [
    [{ kind: 'options', chosen: ['a', 'b'] }, 1],
    [{ kind: 'options', chosen: ['a', 'c'] }, 0],
    [{ kind: 'options', chosen: ['a'] }, null],
    [{ kind: 'options', chosen: ['a', 'b', 'c'] }, null],
  ],
});
