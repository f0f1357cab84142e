import { A_TO_E } from './sentences/aToE.ts';
import { F_TO_O } from './sentences/fToO.ts';
import { P_TO_S } from './sentences/pToS.ts';
import { T_TO_Z } from './sentences/tToZ.ts';

const ASSUMED: ReadonlyMap<string, string> = new Map(
  [A_TO_E, F_TO_O, P_TO_S, T_TO_Z].flatMap((some) => Object.entries(some)),
);

/** The names of all beliefs that can be said in words. */
export const BELIEFS: readonly string[] = [...ASSUMED.keys()];

/**
 * What a learner may have assumed, as a sentence in Markdown: the only form in which a misconception reaches a person. Null
 * for a name that content no longer has, as an old log may hold it: then nothing is said.
 */
export function assumptionOf(belief: string): string | null {
  const clause = ASSUMED.get(belief);
  return clause === undefined ? null : `You may have assumed that ${clause}.`;
}
