import { oneOption, optionsFlaw } from './options.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

export const single: TypeModule<'single'> = {
  ...oneOption,
  label: 'choose one',
  form: ({ options }) => ({ form: 'options', pick: 'one', count: null, options }),
  flaw: (question, meanings) => optionsFlaw(question, meanings, { one: true, fewest: 3 }),
};

const why = { explanation: 'A trigger only starts a run.', facts: ['RT-01'] };
export const singleExample = (): TypeExample => ({
  question: {
    type: 'single',
    options: [
      { id: 'run', text: 'A run', correct: true, ...why },
      { id: 'state', text: 'State', ...why },
      { id: 'variables', text: 'Variables', ...why },
    ],
  },
  answers: [
    [{ kind: 'options', chosen: ['run'] }, 1],
    [{ kind: 'options', chosen: ['state'] }, 0],
  ],
});
