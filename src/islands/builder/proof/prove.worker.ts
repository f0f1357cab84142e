import { type Proof, prove } from '#engine/levels/prove.ts';
import { parseLevel } from '#model/level/level.ts';
import type { Problem } from '#model/parse/problem.ts';

/** How many attempts the page tries; a longer search is the command line's. */
export const PAGE_CAP = 20_000;

/** What the worker found: why this is no level yet, or what its proof says. */
export type Proven = { kind: 'unfinished'; problems: Problem[] } | { kind: 'proof'; proof: Proof };

/** Proves a level off the page's own thread; the page ends the worker where the question is out of date. */
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const level = parseLevel(data);
  const found: Proven = level.ok
    ? { kind: 'proof', proof: prove(level.value, PAGE_CAP) }
    : { kind: 'unfinished', problems: level.problems };
  self.postMessage(found);
});
