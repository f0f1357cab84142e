import { lowerWords, stem } from './searchQuery.ts';

/** One page that the search for one word found. */
export interface Hit<T> {
  id: string;
  score: number;
  result: T;
}
export interface Ranked<T> {
  id: string;
  score: number;
  /** How many of the words it has. */
  matched: number;
  /** The most telling of its hits, for the excerpt. */
  result: T;
}

/**
 * Pages by how many of the words they have, where a word that few pages have tells more, and a page that has the whole
 * phrase is before all that have not.
 * @param found the hits of each word, in the order of the words
 * @param phrase the hits of the text as it was typed
 * @param pages how many pages there are
 */
export function rank<T>(
  found: readonly (readonly Hit<T>[])[],
  phrase: readonly Hit<T>[],
  pages: number,
): Ranked<T>[] {
  const ranked = new Map<string, Ranked<T> & { best: number }>();
  const take = (hits: readonly Hit<T>[], worth: number, isWord: boolean) => {
    const most = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
    for (const { id, score, result } of hits) {
      const before = ranked.get(id) ?? { id, score: 0, matched: 0, result, best: 0 };
      const gained = worth * (1 + score / most / 2);
      ranked.set(id, {
        id,
        score: before.score + gained,
        matched: before.matched + (isWord ? 1 : 0),
        ...(worth > before.best ? { result, best: worth } : { result: before.result, best: before.best }),
      });
    }
  };
  const worths = found.map((hits) => 1 + Math.log10(1 + pages / Math.max(1, hits.length)));
  for (const [i, hits] of found.entries()) take(hits, worths[i] ?? 0, true);
  take(
    phrase,
    worths.reduce((sum, worth) => sum + worth, 0),
    false,
  );
  return [...ranked.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** What a title adds to the score, from 0 to 1: a page that is named by the words is about them. */
export function titleBonus(title: string, words: readonly string[]): number {
  const named = lowerWords(title).map(stem);
  return words.filter((word) => named.includes(stem(word))).length / Math.max(words.length, named.length, 1);
}
