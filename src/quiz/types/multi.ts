import { correctIds, optionsFlaw, severalOptions } from './options.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

export const multi: TypeModule<'multi'> = {
  ...severalOptions,
  label: 'choose all that apply',
  form: ({ options }) => ({ form: 'options', pick: 'several', count: null, options }),
  keyProblem({ options }) {
    const correct = correctIds(options).length;
    const path = 'options';
    if (correct === 0) return { path, message: 'has no correct one, mark at least one with correct: true' };
    return correct === options.length
      ? { path, message: 'has only correct ones, add one that is wrong' }
      : null;
  },
  flaw: (question, meanings) => optionsFlaw(question, meanings, { one: false, fewest: 3 }),
};

const why = { explanation: 'Both start runs of other workspaces.', facts: ['RT-01'] };
export const multiExample = (): TypeExample => ({
  question: {
    type: 'multi',
    options: [
      { id: 'a', text: 'A', correct: true, ...why },
      { id: 'b', text: 'B', correct: true, ...why },
      { id: 'c', text: 'C', ...why },
      { id: 'd', text: 'D', ...why },
    ],
  },
  answers: [
    [{ kind: 'options', chosen: ['a', 'b'] }, 1],
    [{ kind: 'options', chosen: ['a'] }, '1/2'],
    [{ kind: 'options', chosen: ['a', 'b', 'c'] }, '1/2'],
    [{ kind: 'options', chosen: ['a', 'c'] }, 0],
    [{ kind: 'options', chosen: ['a', 'b', 'c', 'd'] }, 0],
  ],
});
