import { ACCESS } from './misconceptions/access.ts';
import { APPLYING } from './misconceptions/applying.ts';
import { FIRING } from './misconceptions/firing.ts';
import { STAGES } from './misconceptions/stages.ts';
import { STATE } from './misconceptions/state.ts';
import { VARIABLES } from './misconceptions/variables.ts';
import type { Misconception } from './misconceptions/believe.ts';

export type { Misconception };

/** Named misconceptions; distractors come from simulating what their holders would answer. */
export const MISCONCEPTIONS: readonly Misconception[] = [
  ...APPLYING,
  ...FIRING,
  ...STATE,
  ...STAGES,
  ...VARIABLES,
  ...ACCESS,
];
