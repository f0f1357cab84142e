import type { Item } from '../types/item.ts';
import { type Generator, generatorOf } from './kit/generator.ts';
import { sameOrDifferent } from './sameOrDifferent.ts';
import { spotTheFlaw } from './spotTheFlaw.ts';
import { completeHcl } from './completeHcl.ts';
import { whichChangeMends } from './whichChangeMends.ts';
import { whoMayWhat } from './whoMayWhat.ts';
import { whichValue } from './whichValue.ts';
import { whyNoRun } from './whyNoRun.ts';
import { howManyRuns } from './howManyRuns.ts';
import { stageOrder } from './stageOrder.ts';
import { whereItStops } from './whereItStops.ts';
import { whichRun } from './whichRun.ts';
import { whoIsStale } from './whoIsStale.ts';

export type { Generator };

/** Every family. */
export const GENERATORS: readonly Generator[] = [
  whichRun,
  whereItStops,
  stageOrder,
  howManyRuns,
  whoIsStale,
  whyNoRun,
  whichValue,
  whoMayWhat,
  whichChangeMends,
  completeHcl,
  spotTheFlaw,
  sameOrDifferent,
].map(generatorOf);

/** Boards that are drawn at most until one gives what the seed has to ask; most seeds need fewer than twenty. */
const TRIES = 3000;

/**
 * Raised whenever a seed comes to ask something else. It is part of the id of an item, so that a reference from an
 * older session or exam names an item that is gone, and never another one than was asked.
 */
const VERSION = 2;

/** The item of a family and seed, or null for an unknown family. */
export function generate(family: string, seed: number): Item | null {
  const generator = GENERATORS.find((g) => g.id === family);
  if (generator === undefined) return null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const item = generator.make(seed, attempt);
    if (item === null) continue;
    return { ...item, question: { ...item.question, id: `${family}-${VERSION}-${seed}` }, seed };
  }
  return null;
}
