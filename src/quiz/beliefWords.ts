import { MISCONCEPTIONS } from './misconceptions.ts';

/** A misconception in sentences: what its holders take for true, and what is so instead. */
export interface BeliefWords {
  assumed: string;
  truth: string;
}

/** The sentences of a misconception; null for one that has none, since its name is for the log and not for reading. */
export function beliefWords(id: string): BeliefWords | null {
  const found = MISCONCEPTIONS.find((misconception) => misconception.id === id);
  return found === undefined ? null : { assumed: found.title, truth: found.truth };
}
