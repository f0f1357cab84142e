import { hashOf } from '../../lib/hash.ts';
import { type Random, randomOf } from '../../lib/random.ts';

/**
 * What a seed has to ask, dealt like cards: of any n seeds in a row each of n values gets one, in an order of chance. A
 * family is dealt what its answer is to be and where it is to be, and boards are drawn until the simulator gives just
 * that. What boards happen to give most often is then asked no more often than anything else.
 */
export interface Deal {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  /** One of the values; the list must not be empty. */
  pick<const T extends readonly [unknown, ...unknown[]]>(values: T): T[number];
}

/** The deal of a seed: asked for the same things in the same order, it gives the same. */
export function dealOf(family: string, seed: number): Deal {
  // Each value that was dealt narrows the seeds down to those that were dealt the same; these are counted on from here.
  let among = seed;
  let path = family;
  const below = (n: number): number => {
    const round = Math.floor(among / n);
    const order = randomOf(hashOf(`${path}/${round}`)).shuffle(Array.from({ length: n }, (_, i) => i));
    const value = order[among % n] ?? 0;
    among = round;
    path += `/${value}`;
    return value;
  };
  return { below, pick: (values) => values[below(values.length)] };
}

/** Which of n options are right: one of the ways in which from one to `most` of them are. */
export function dealPattern(deal: Deal, n: number, most = n - 1): boolean[] {
  const ways = waysOf(n, most);
  return ways[deal.below(ways.length)] ?? [];
}

function waysOf(n: number, most: number): boolean[][] {
  const all = Array.from({ length: 2 ** n - 2 }, (_, bits) =>
    Array.from({ length: n }, (_option, i) => (((bits + 1) >> i) & 1) === 1),
  );
  return all.filter((way) => rightIn(way) <= most);
}

/** Right and wrong things laid out by a pattern; null where there are not enough of them. */
export function laidOut<T>(
  random: Random,
  pattern: readonly boolean[],
  right: readonly T[],
  wrong: readonly T[],
): T[] | null {
  const [rights, wrongs] = [random.shuffle(right), random.shuffle(wrong)];
  const things = pattern.flatMap((isRight) => (isRight ? rights : wrongs).splice(0, 1));
  return things.length === pattern.length ? things : null;
}

/** The right thing at its place among wrong ones. */
export function dealtPlace<T>(random: Random, place: number, right: T, wrong: readonly T[]): T[] {
  return random.shuffle(wrong).toSpliced(place, 0, right);
}

/** How many options of a pattern are right. */
export const rightIn = (pattern: readonly boolean[]): number => pattern.filter(Boolean).length;
