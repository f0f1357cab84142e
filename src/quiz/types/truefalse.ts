import { oneOption, optionsFlaw } from './options.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

export const truefalse: TypeModule<'truefalse'> = {
  ...oneOption,
  label: 'true or false',
  form: ({ options }) => ({ form: 'options', pick: 'truth', count: null, options }),
  present: (question) => question,
  keyProblem: (question) =>
    question.options
      .map(({ id }) => id)
      .toSorted()
      .join() === 'false,true'
      ? oneOption.keyProblem(question)
      : { path: 'options', message: 'must be two, with the ids true and false' },
  flaw: (question, meanings) => optionsFlaw(question, meanings, { one: true, fewest: 2 }),
};

const why = { explanation: 'A trigger carries no values.', facts: ['RT-01'] };
export const truefalseExample = (): TypeExample => ({
  question: {
    type: 'truefalse',
    options: [
      { id: 'true', text: 'True', ...why },
      { id: 'false', text: 'False', correct: true, ...why },
    ],
  },
  answers: [
    [{ kind: 'options', chosen: ['false'] }, 1],
    [{ kind: 'options', chosen: ['true'] }, 0],
  ],
});
