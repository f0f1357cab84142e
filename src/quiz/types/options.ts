import type { Answer } from '#model/quiz/answer.ts';
import type { QuestionOf } from '#model/quiz/question.ts';
import { fraction, ZERO } from '../lib/fraction.ts';
import { hashOf } from '../lib/hash.ts';
import { randomOf } from '../lib/random.ts';
import type { Comparison } from '../scoring/comparison.ts';
import { type Grading, graded, invalid } from '../scoring/grading.ts';
import type { Reason } from '../scoring/reasons.ts';
import type { ScoreLine } from '../scoring/scoreBreakdown.ts';
import { scoreChoice, scoreSelection } from '../scoring/formulas.ts';
import type { Part } from './typeModule.ts';

/** The types whose answer is chosen among options. */
type OptionsQuestion = QuestionOf<'single' | 'multi' | 'pick' | 'truefalse'>;

export const chosenOf = (answer: Answer): readonly string[] =>
  answer.kind === 'options' ? answer.chosen : [];
export const textsOf = (options: readonly { text: string }[]): string[] => options.map(({ text }) => text);
export const correctIds = (options: readonly { id: string; correct: boolean }[]): string[] =>
  options.filter(({ correct }) => correct).map(({ id }) => id);

/** What all of them have in common. */
const options = {
  emptyAnswer: { kind: 'options', chosen: [] } satisfies Answer,
  parts: (question: OptionsQuestion): readonly Part[] => question.options,
  correctAnswer: (question: OptionsQuestion): Answer => ({
    kind: 'options',
    chosen: correctIds(question.options),
  }),
  untouched: () => null,
  /** `pin: last` stays last. */
  present<Q extends OptionsQuestion>(question: Q, seed: number): Q {
    const random = randomOf(hashOf(`${seed}/${question.id}`));
    const free = random.shuffle(question.options.filter((option) => option.pin !== 'last'));
    return { ...question, options: [...free, ...question.options.filter((o) => o.pin === 'last')] };
  },
  compare(question: OptionsQuestion, answer: Answer): Comparison {
    const chosen = chosenOf(answer);
    return {
      form: 'options',
      given: question.options
        .filter(({ id }) => chosen.includes(id))
        .map(({ text, correct }) => ({ text, right: correct })),
      key: textsOf(question.options.filter(({ correct }) => correct)),
    };
  },
  reasons(question: OptionsQuestion, answer: Answer): Reason[] {
    const chosen = chosenOf(answer);
    return question.options.map((o) => {
      const standing = chosen.includes(o.id)
        ? o.correct
          ? 'chosen-right'
          : 'chosen-wrong'
        : o.correct
          ? 'missed'
          : 'left';
      return { ...o, standing };
    });
  },
};

/** One option is right, and one is chosen. */
export const oneOption = {
  ...options,
  severalAnswers: false,
  grade(question: OptionsQuestion, answer: Answer): Grading {
    const [chosen] = chosenOf(answer);
    const [key = ''] = correctIds(question.options);
    return chosen === undefined ? invalid('Choose an answer first.') : graded(scoreChoice(key, chosen));
  },
  breakdown: () => null,
  keyProblem(question: OptionsQuestion) {
    const correct = correctIds(question.options).length;
    return correct === 1
      ? null
      : { path: 'options', message: `has ${correct} correct ones, mark exactly one with correct: true` };
  },
};

/** Several options are right, and every one of them is worth a share. */
export const severalOptions = {
  ...options,
  severalAnswers: true,
  grade(question: OptionsQuestion, answer: Answer): Grading {
    const chosen = chosenOf(answer);
    if (chosen.length === 0) return invalid('Choose at least one answer first.');
    return graded(
      scoreSelection(
        question.options.map(({ id }) => id),
        correctIds(question.options),
        chosen,
      ),
    );
  },
  breakdown(question: OptionsQuestion, answer: Answer): ScoreLine[] {
    const chosen = chosenOf(answer);
    const keys = correctIds(question.options).length;
    const distractors = question.options.length - keys;
    return question.options
      .filter((option) => option.correct || chosen.includes(option.id))
      .map((option) => ({
        text: `${option.text}: ${option.correct ? (chosen.includes(option.id) ? 'right, chosen' : 'right, not chosen') : 'wrong, chosen'}`,
        value: !chosen.includes(option.id)
          ? ZERO
          : option.correct
            ? fraction(1, keys)
            : fraction(-1, distractors),
      }));
  },
};

/** What makes options of a generated question not worth asking, whatever the type. */
export function optionsFlaw(
  { options: all }: OptionsQuestion,
  meanings: readonly string[],
  needs: { one: boolean; fewest: number },
): string | null {
  const right = correctIds(all).length;
  if (right === 0 || right === all.length) return 'the key is empty or everything';
  if (needs.one && right !== 1) return 'not exactly one option is right';
  if (all.length < needs.fewest) return 'too few options';
  for (const words of [meanings, textsOf(all), all.map(({ id }) => id)])
    if (new Set(words).size !== words.length) return 'two options mean the same';
  return null;
}
