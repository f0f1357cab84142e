import { ACCESS } from './access.ts';
import { APPLYING } from './applying.ts';
import { FIRING } from './firing.ts';
import { ABOUT_STAGES } from './stages.ts';
import { STATE } from './remoteState.ts';
import { VARIABLES } from './variables.ts';
import type { Misconception } from './misconception.ts';

export type { Misconception };

/** Named misconceptions; distractors come from simulating what their holders would answer. */
export const MISCONCEPTIONS: readonly Misconception[] = [
  ...APPLYING,
  ...FIRING,
  ...STATE,
  ...ABOUT_STAGES,
  ...VARIABLES,
  ...ACCESS,
];
