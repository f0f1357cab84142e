import type { Item } from '../item.ts';
import { type Generator, generatorOf } from './kit/family.ts';
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

const TRIES = 200;

/** The item of a family and seed, or null for an unknown family. */
export function generate(family: string, seed: number): Item | null {
  const generator = GENERATORS.find((g) => g.id === family);
  if (generator === undefined) return null;
  for (let i = 0; i < TRIES; i++) {
    // Tries of one seed never meet those of another.
    const item = generator.make(seed * TRIES + i);
    if (item !== null) return { ...item, question: { ...item.question, id: `${family}-${seed}` }, seed };
  }
  return null;
}
