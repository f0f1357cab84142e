import type { Entry } from '#model/quiz/entry.ts';

/** How many entries are gone through between two places where whoever drives the work may let something else happen. */
export const CHUNK = 400;

/** Work that can be interrupted after each of its steps. */
export type Steps<T> = Generator<undefined, T>;

/** All of it at once. */
export function runAll<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Goes through a list, a step each `CHUNK` things. */
export function* through<T>(list: readonly T[], each: (thing: T) => void): Steps<void> {
  for (let from = 0; from < list.length; from += CHUNK) {
    for (const thing of list.slice(from, from + CHUNK)) each(thing);
    yield;
  }
}

/** Something that is counted from the log, one entry after another, in the order in which they happened. */
export interface ChunkedFold<T, E = Entry> {
  add: (entry: E) => void;
  result: () => T;
}

/** One pass over the log for all of these. */
export const pass = (entries: readonly Entry[], ...folds: Pick<ChunkedFold<unknown>, 'add'>[]): Steps<void> =>
  through(entries, (entry) => {
    for (const fold of folds) fold.add(entry);
  });

/** What one of them says of a log, at once. */
export function folded<T, E>(entries: readonly E[], fold: ChunkedFold<T, E>): T {
  for (const entry of entries) fold.add(entry);
  return fold.result();
}
