import type { Question } from '#model/quiz/question.ts';
import { randomOf } from '../lib/random.ts';

/** A whole number of a text, for seeds: FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/**
 * The question as it is shown under a seed: options in another order (`pin: last` stays last, true and false stay as
 * they are), so that letters cannot be learned by heart. Grading goes by ids and is the same.
 */
export function presented(question: Question, seed: number): Question {
  const random = randomOf(hashOf(`${seed}/${question.id}`));
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick': {
      const free = random.shuffle(question.options.filter((option) => option.pin !== 'last'));
      return { ...question, options: [...free, ...question.options.filter((o) => o.pin === 'last')] };
    }
    case 'match':
      return { ...question, choices: random.shuffle(question.choices) };
    default:
      return question;
  }
}

/** The order in which the things of an ordering question are first shown: by the seed, and never the key itself. */
export function startOrder(things: readonly { id: string }[], seed: number, id: string): string[] {
  const key = things.map((thing) => thing.id);
  const shuffled = randomOf(hashOf(`${seed}/${id}/order`)).shuffle(key);
  return shuffled.every((thing, i) => thing === key[i]) ? [...key].reverse() : shuffled;
}
