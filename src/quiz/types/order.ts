import type { Answer } from '#model/quiz/answer.ts';
import { fraction } from '../lib/fraction.ts';
import { hashOf } from '../lib/hash.ts';
import { randomOf } from '../lib/random.ts';
import { graded, invalid } from '../scoring/grading.ts';
import type { ScoreLine } from '../scoring/scoreBreakdown.ts';
import { scoreOrder } from '../scoring/formulas.ts';
import { textsOf } from './options.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

const givenOf = (answer: Answer): readonly string[] => (answer.kind === 'order' ? answer.things : []);

/** Put the things in order. */
export const order: TypeModule<'order'> = {
  label: 'put in order',
  severalAnswers: false,
  emptyAnswer: { kind: 'order', things: [] },
  form: ({ things }) => ({ form: 'order', things }),
  parts: ({ things }) => things.map((thing) => ({ ...thing, correct: true, misconception: null })),
  correctAnswer: ({ things }) => ({ kind: 'order', things: things.map(({ id }) => id) }),
  /** The order in which they were shown. */
  untouched: ({ things, id }, answer, seed) =>
    answer.kind === 'order' && answer.things.length === 0
      ? { kind: 'order', things: startOrder(things, seed, id) }
      : null,
  present: (question) => question,
  grade({ things }, answer) {
    const given = givenOf(answer);
    if (given.length !== things.length) return invalid('Put everything in order first.');
    return graded(
      scoreOrder(
        things.map(({ id }) => id),
        given,
      ),
    );
  },
  breakdown({ things }, answer) {
    const given = givenOf(answer);
    const n = things.length;
    const pairs = (n * (n - 1)) / 2;
    const names = new Map(things.map((thing, i) => [thing.id, { i, text: thing.text }]));
    const lines: ScoreLine[] = [{ text: 'Everything in order', value: fraction(1) }];
    for (const [i, a] of given.entries()) {
      for (const b of given.slice(i + 1)) {
        const [first, later] = [names.get(a), names.get(b)];
        if (first !== undefined && later !== undefined && first.i > later.i)
          lines.push({ text: `${first.text} before ${later.text}`, value: fraction(-2, pairs) });
      }
    }
    return lines;
  },
  compare: ({ things }, answer) => ({
    form: 'order',
    given: givenOf(answer).map((id, i) => ({
      text: things.find((thing) => thing.id === id)?.text ?? id,
      right: things[i]?.id === id,
    })),
    key: textsOf(things),
  }),
  reasons: ({ things }, answer) =>
    things.map(({ id, text, explanation, facts }, i) => ({
      id,
      text: `${i + 1}. ${text}`,
      standing: givenOf(answer)[i] === id ? 'got' : 'key',
      explanation,
      facts,
      misconception: null,
    })),
  keyProblem: () => null,
  flaw: ({ things }) =>
    new Set(things.map(({ id }) => id)).size !== things.length ? 'two things are the same' : null,
};

/** The order in which the things are first shown: by the seed, and never the key itself. */
export function startOrder(things: readonly { id: string }[], seed: number, id: string): string[] {
  const key = things.map((thing) => thing.id);
  const shuffled = randomOf(hashOf(`${seed}/${id}/order`)).shuffle(key);
  return shuffled.every((thing, i) => thing === key[i]) ? [...key].reverse() : shuffled;
}

const why = { explanation: 'It needs what comes before.', facts: ['RT-01'] };
export const orderExample = (): TypeExample => ({
  question: {
    type: 'order',
    things: [
      { id: 'plan', text: 'Plan', ...why },
      { id: 'policy', text: 'Policy check', ...why },
      { id: 'apply', text: 'Apply', ...why },
    ],
  },
  answers: [
    [{ kind: 'order', things: ['plan', 'policy', 'apply'] }, 1],
    [{ kind: 'order', things: ['policy', 'plan', 'apply'] }, '1/3'],
    [{ kind: 'order', things: ['apply', 'policy', 'plan'] }, 0],
    [{ kind: 'order', things: ['plan'] }, null],
  ],
});
