import { snapshotAt } from '#engine/query/stateAt.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { FigureLog } from './FigureLog.tsx';
import { applyKnobs } from './applyKnobs.ts';

/** What running a board takes, in one file: most readers pass most figures without playing them. */
export const runner = { turned: applyKnobs, simulate, momentAt: snapshotAt, Log: FigureLog };
export type Runner = typeof runner;
