import type { Item } from '../item.ts';
import { whichRun } from './whichRun.ts';

/** A family of questions that the simulator makes and answers: the same seed gives the same item, byte for byte. */
export interface Generator {
  /** The name of the family. */
  id: string;
  title: string;
  /** null where the seed gives no item that is worth asking; `generate` then tries the next one. */
  make(seed: number): Item | null;
}

/** Every family. */
export const GENERATORS: readonly Generator[] = [whichRun];

const TRIES = 200;

/** The item of a family and seed, or null for an unknown family. */
export function generate(family: string, seed: number): Item | null {
  const generator = GENERATORS.find((g) => g.id === family);
  if (generator === undefined) return null;
  for (let i = 0; i < TRIES; i++) {
    // Tries of one seed never meet those of another.
    const item = generator.make(seed * TRIES + i);
    if (item !== null) return { ...item, seed };
  }
  return null;
}
