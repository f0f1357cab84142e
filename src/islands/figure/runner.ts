import { momentAt } from '#engine/moment.ts';
import { simulate } from '#engine/simulate.ts';
import { Log } from './Log.tsx';
import { turned } from './turned.ts';

/** What running a board takes, in one file: most readers pass most figures without playing them. */
export const runner = { turned, simulate, momentAt, Log };
export type Runner = typeof runner;
