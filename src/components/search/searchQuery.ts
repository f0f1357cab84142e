import { nearest } from '#model/parse/nearest.ts';

/** Words that say nothing about what is looked for. If a search has no others, they are looked for after all. */
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
  /** Words that no page has, with the known word that was taken instead; empty if none is similar. */
  corrected: { from: string; to: string }[];
  /** The text as it was typed, where that may be a sentence of a page: an error message, or the name of a thing. */
  phrase: string | null;
}

const PARTS = /[\p{L}\p{N}_’'-]+/gu;
/** The words of a text, in lower case. */
export const lowerWords = (text: string): string[] =>
  [...text.toLowerCase().matchAll(PARTS)]
    .map(([word]) => word.replace(/^['’-]+|['’-]+$/g, ''))
    .filter(Boolean);

/**
 * Takes a text apart into the words to look for.
 * @param known words that pages have; if it is empty, nothing is corrected
 */
export function queryOf(text: string, known: ReadonlySet<string>): Query {
  const parts = [...new Set(lowerWords(text))];
  const telling = parts.filter((word) => !FUNCTION_WORDS.has(word));
  const corrected: Query['corrected'] = [];
  const words = (telling.length === 0 ? parts : telling).flatMap((word) => {
    if (known.size === 0 || isKnown(word, known)) return [word];
    const to = correction(word, known);
    corrected.push({ from: word, to: to ?? '' });
    return to === null ? [] : [to];
  });
  return { words: [...new Set(words)], corrected, phrase: lowerWords(text).length > 1 ? text.trim() : null };
}

/** Whether pages have the word, another form of it, or one that begins with it, since people search as they type. */
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
/** Roughly what the forms of a word have in common: `policies` and `policy`, `planned` and `plan`. */
export const stem = (word: string): string =>
  word
    .replace(/(?:ing|ed|es|s|ions?|e)$/, '')
    .replace(/y$/, 'i')
    .replace(/([^aeiou])\1$/, '$1');
