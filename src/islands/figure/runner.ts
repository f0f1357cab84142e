import { momentAt } from '#engine/query/stateAt.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { Log } from './FigureLog.tsx';
import { turned } from './applyKnobs.ts';

/** What running a board takes, in one file: most readers pass most figures without playing them. */
export const runner = { turned, simulate, momentAt, Log };
export type Runner = typeof runner;
