import type { Scenario } from '#model/scenario/action.ts';
import type { QuestionOf, QuestionType } from '#model/quiz/question.ts';
import type { Item, PredictedWrongAnswer } from '../../types/item.ts';
import { type Random, randomOf } from '../../lib/random.ts';
import { hashOf } from '../../lib/hash.ts';
import { type Deal, dealOf } from './deal.ts';
import { qualityGate } from './qualityGate.ts';
import type { Perturbation } from './perturbations.ts';

/** What the family itself says of every item. */
type Shared = 'id' | 'family' | 'ruleset' | 'enemies' | 'about_app' | 'objective' | 'topic';
type Body = { [K in QuestionType]: Omit<QuestionOf<K>, Shared> }[QuestionType];

/** One draw: a question, and what `qualityGate` needs to judge whether it is worth asking. */
export interface Draw {
  body: Body;
  scenario: Scenario;
  /** The key as a text, read from the simulator; the same for two scenarios exactly where the key is the same. */
  key(scenario: Scenario): string;
  /** Changes that may change the key, the most telling first; without them every single change is tried. */
  perturbations?: readonly Perturbation[];
  /** What each option means; without it, its text. */
  meanings?: readonly string[];
  predictedWrongAnswers?: readonly PredictedWrongAnswer[];
}

/** A family as it is written: one file with one of these. */
export interface Family {
  id: string;
  title: string;
  objective: string;
  topic: string;
  /** @param deal what the seed has to ask; a draw that does not come to that is null */
  draw(random: Random, deal: Deal): Draw | null;
}

/** A family of questions that the simulator makes and answers: the same seed gives the same item, byte for byte. */
export interface Generator {
  /** The name of the family. */
  id: string;
  title: string;
  objective: string;
  topic: string;
  /** null where this attempt gives no item that is worth asking; `generate` then makes the next one. */
  make(seed: number, attempt: number): Item | null;
}

export function generatorOf(family: Family): Generator {
  const { id, title, objective, topic } = family;
  return {
    id,
    title,
    objective,
    topic,
    make(seed, attempt) {
      const draw = family.draw(randomOf(hashOf(`${id}/${seed}/${attempt}`)), dealOf(id, seed));
      return draw === null ? null : qualityGate(family, draw, seed);
    },
  };
}
