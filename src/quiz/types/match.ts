import type { QuestionOf } from '#model/quiz/question.ts';
import { hashOf } from '../lib/hash.ts';
import { randomOf } from '../lib/random.ts';
import { rowsOver } from './rows.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

/** Find the partner of each row among the choices. */
export const match: TypeModule<'match'> = {
  ...rowsOver((question: QuestionOf<'match'>) => question.choices),
  label: 'find the partners',
  present: (question, seed) => ({
    ...question,
    choices: randomOf(hashOf(`${seed}/${question.id}`)).shuffle(question.choices),
  }),
  flaw: () => null,
};

const why = { explanation: 'That is what it shares.', facts: ['RT-01'] };
export const matchExample = (): TypeExample => ({
  question: {
    type: 'match',
    choices: [
      { id: 'run', text: 'A run' },
      { id: 'output', text: 'An output' },
      { id: 'variable', text: 'A variable' },
    ],
    rows: [
      { id: 'trigger', text: 'A run trigger', correct: 'run', ...why },
      { id: 'state', text: 'Remote state', correct: 'output', ...why },
    ],
  },
  answers: [
    [{ kind: 'rows', chosen: { trigger: 'run', state: 'output' } }, 1],
    [{ kind: 'rows', chosen: { trigger: 'run', state: 'variable' } }, '1/4'],
    [{ kind: 'rows', chosen: { trigger: 'output', state: 'run' } }, 0],
    [{ kind: 'rows', chosen: { trigger: 'run' } }, null],
  ],
});
