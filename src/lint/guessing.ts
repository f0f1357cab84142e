import { type ChoiceQuestion, plainWording, SWEEPING, tellingWords } from './wording.ts';

/** Somebody who answers without knowing anything: the options that score highest are chosen. */
export interface Guesser {
  id: string;
  /** As in "one who …". */
  does: string;
  score(option: ChoiceQuestion['options'][number], question: ChoiceQuestion): number;
}

const lengthOf = (option: { text: string }): number => plainWording(option.text).length;
const shared = (option: { text: string }, question: ChoiceQuestion): number => {
  const stem = tellingWords(question.stem);
  return [...tellingWords(option.text)].filter((word) => stem.has(word)).length;
};
const placeOf = (option: ChoiceQuestion['options'][number], question: ChoiceQuestion): number =>
  question.options.indexOf(option);

/** None of these may gain more than a little over chance. */
export const GUESSERS: readonly Guesser[] = [
  { id: 'longest', does: 'takes the longest option', score: lengthOf },
  { id: 'shortest', does: 'takes the shortest option', score: (option) => -lengthOf(option) },
  {
    id: 'not-longest',
    does: 'avoids the longest option',
    score: (option, question) => (lengthOf(option) === Math.max(...question.options.map(lengthOf)) ? 0 : 1),
  },
  {
    id: 'not-shortest',
    does: 'avoids the shortest option',
    score: (option, question) => (lengthOf(option) === Math.min(...question.options.map(lengthOf)) ? 0 : 1),
  },
  { id: 'stem-words', does: 'takes the option with most words of the stem', score: shared },
  {
    id: 'other-words',
    does: 'takes the option with fewest words of the stem',
    score: (option, question) => -shared(option, question),
  },
  {
    id: 'no-sweeping',
    does: 'avoids options with all, only, every and the like',
    score: (option) => (SWEEPING.test(plainWording(option.text)) ? 0 : 1),
  },
  { id: 'first', does: 'takes the first option', score: (option, question) => -placeOf(option, question) },
  {
    id: 'second',
    does: 'takes the second option',
    score: (option, question) => (placeOf(option, question) === 1 ? 1 : 0),
  },
  {
    id: 'third',
    does: 'takes the third option',
    score: (option, question) => (placeOf(option, question) === 2 ? 1 : 0),
  },
  { id: 'last', does: 'takes the last option', score: placeOf },
];

/** The share of the key that a guesser hits, told how many options are right; ties are a matter of chance. */
export function hits(guesser: Guesser, question: ChoiceQuestion): number {
  const keys = question.options.filter((o) => o.correct).length;
  if (keys === 0) return 0;
  const scored = question.options.map((option) => ({
    score: guesser.score(option, question),
    right: option.correct,
  }));
  let left = keys;
  let found = 0;
  for (const score of [...new Set(scored.map((s) => s.score))].sort((a, b) => b - a)) {
    const equal = scored.filter((s) => s.score === score);
    const taken = Math.min(left, equal.length);
    found += (taken * equal.filter((s) => s.right).length) / equal.length;
    left -= taken;
    if (left === 0) break;
  }
  return found / keys;
}

export const chance = (question: ChoiceQuestion): number =>
  question.options.filter((o) => o.correct).length / question.options.length;

/** What a guesser gains over chance in a list of questions, in points of 100. */
export function gain(guesser: Guesser, questions: readonly ChoiceQuestion[]): number {
  const sum = questions.reduce((total, q) => total + hits(guesser, q) - chance(q), 0);
  return questions.length === 0 ? 0 : (100 * sum) / questions.length;
}
