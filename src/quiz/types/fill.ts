import { graded, invalid } from '../scoring/grading.ts';
import { scoreFill } from '../scoring/formulas.ts';
import { typed, typedOf } from './typedText.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

/** Fill in one word or phrase. */
export const fill: TypeModule<'fill'> = {
  ...typed,
  label: 'fill in',
  form: ({ accepted, case_sensitive: caseSensitive }) => ({
    form: 'text',
    accepted,
    caseSensitive,
    number: false,
    unit: '',
  }),
  correctAnswer: ({ accepted }) => ({ kind: 'text', text: accepted[0] ?? '' }),
  grade({ accepted, case_sensitive }, answer) {
    const text = typedOf(answer);
    return text === ''
      ? invalid('Fill in the blank first.')
      : graded(scoreFill(accepted, text, case_sensitive));
  },
  compare: ({ accepted }, answer) => ({ form: 'text', given: typedOf(answer), key: accepted }),
};

export const fillExample = (): TypeExample => ({
  question: {
    type: 'fill',
    accepted: ['auto_apply_run_trigger'],
    explanation: 'It is the attribute for triggered runs.',
    facts: ['AA-05'],
  },
  answers: [
    [{ kind: 'text', text: ' auto_apply_run_trigger ' }, 1],
    [{ kind: 'text', text: 'Auto_apply_run_trigger' }, 0],
    [{ kind: 'text', text: 'auto_apply' }, 0],
    [{ kind: 'text', text: ' ' }, null],
  ],
});
