/** A number and its noun: `1 event`, `2 events`. A plural that is not made with an s has to be given. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The same, but with a word for zero: `no event`, `1 event`, `2 events`. */
export const noneOr = (n: number, one: string, many = `${one}s`): string =>
  n === 0 ? `no ${one}` : counted(n, one, many);

/** The word that agrees with a number: `is` or `are`, `was` or `were`. */
export const agrees = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/** A word with its article: `an allow-empty-apply`, `a destroy`. The first letter decides, which suits the app's words. */
export const withArticle = (word: string): string => `${/^[aeio]/i.test(word) ? 'an' : 'a'} ${word}`;
