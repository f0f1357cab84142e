import { hashOf } from '../../lib/hash.ts';
import { randomOf } from '../../lib/random.ts';
import type { Item } from '../../types/item.ts';
import { dealOf } from './deal.ts';
import type { Family } from './family.ts';
import { qualityGate } from './qualityGate.ts';

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
