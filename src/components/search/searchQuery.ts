import { nearest } from '#model/parse/nearest.ts';

/** Words that tell nothing of what is looked for. A search for nothing else looks for them after all. */
const FUNCTION_WORDS = new Set(
  (
    'a about after all also although an and any are as at be because been before being between both but by can cannot could ' +
    'did do does doing done for from get gets getting had has have how i if in into is it its just me my no not of off ' +
    'on one only or our out over s should so some still t than that the their them then there these they this those ' +
    'to too under until up us use using very was we were what when where whether which while who whom why will with ' +
    'work working works would yet you your know like need please want ' +
    'doesn don isn won can’t don’t doesn’t isn’t won’t'
  ).split(' '),
);

/** What is looked for. */
export interface Query {
  words: string[];
  /** Words that no page has, with the known word that was taken instead; empty: none is like it. */
  corrected: { from: string; to: string }[];
  /** The text as it was typed, where that may be a sentence of a page: an error message, or the name of a thing. */
  phrase: string | null;
}

const PARTS = /[\p{L}\p{N}_’'-]+/gu;
const partsOf = (text: string): string[] =>
  [...text.toLowerCase().matchAll(PARTS)]
    .map(([word]) => word.replace(/^['’-]+|['’-]+$/g, ''))
    .filter(Boolean);

/**
 * Takes a text apart into the words to look for.
 * @param known words that pages have; empty: nothing is known of them, and nothing is corrected
 */
export function queryOf(text: string, known: ReadonlySet<string>): Query {
  const parts = [...new Set(partsOf(text))];
  const telling = parts.filter((word) => !FUNCTION_WORDS.has(word));
  const corrected: Query['corrected'] = [];
  const words = (telling.length === 0 ? parts : telling).flatMap((word) => {
    if (known.size === 0 || isKnown(word, known)) return [word];
    const to = correction(word, known);
    corrected.push({ from: word, to: to ?? '' });
    return to === null ? [] : [to];
  });
  return { words: [...new Set(words)], corrected, phrase: partsOf(text).length > 1 ? text.trim() : null };
}

/** Whether pages have the word, another form of it, or one that begins with it: it may be typed half. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (word.length < 3 || known.has(word)) return true;
  return [...known].some((other) => other.startsWith(word) || stem(other) === stem(word));
}

/** Two letters may be wrong in a long word and one in a short one. */
function correction(word: string, known: ReadonlySet<string>): string | null {
  if (word.length < 4 || /^\d+$/.test(word)) return null;
  const all = [...known];
  // The name of an attribute is written with underscores, and people write hyphens or nothing.
  const same = all.find((other) => bare(other) === bare(word));
  if (same !== undefined) return same;
  const like = all.filter(
    (other) => Math.abs(other.length - word.length) <= 2 && other.includes('_') === /[_-]/.test(word),
  );
  const to = nearest(word, like);
  return to !== null && stem(to) !== stem(word) && word[0] === to[0] ? to : null;
}

const bare = (word: string): string => word.replaceAll(/[_-]/g, '');
/** Roughly what is common to the forms of a word: `policies` and `policy`, `planned` and `plan`. */
const stem = (word: string): string =>
  word
    .replace(/(?:ing|ed|es|s|ions?|e)$/, '')
    .replace(/y$/, 'i')
    .replace(/([^aeiou])\1$/, '$1');

/** One page as one search for one word found it. */
export interface Hit<T> {
  id: string;
  score: number;
  result: T;
}
export interface Ranked<T> {
  id: string;
  score: number;
  /** Of how many of the words it has one. */
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

/** What a title adds: a page that is named by the words is about them. */
export function titleBonus(title: string, words: readonly string[]): number {
  const named = partsOf(title).map(stem);
  return words.filter((word) => named.includes(stem(word))).length / Math.max(words.length, named.length, 1);
}

/** What kind of page an address of the site leads to, below its root. */
export function pageKind(path: string): string {
  const [section = '', name = ''] = path.split('/');
  if (section === 'lessons' && name !== '') return 'Lesson';
  if (section === 'rules' && /^\w+-\d+$/.test(name)) return 'Rule';
  if (section === 'sandbox' && name === 'levels') return 'Level';
  if (section === 'glossary') return 'Glossary';
  return 'Page';
}
