import * as z from 'zod/mini';

/** Groups of facts, the first part of an id. Ids are never reused or changed, because progress is stored under them. */
export const FACT_GROUPS = [
  'RT',
  'FI',
  'Q',
  'LK',
  'CC',
  'EM',
  'AA',
  'RUN',
  'MODE',
  'POL',
  'TSK',
  'CE',
  'RS',
  'VS',
  'PM',
  'TK',
  'NT',
  'VCS',
  'HCL',
  'PRV',
  'EX',
  'CY',
  'G',
  'D',
  'V',
  'X',
  'M',
] as const;

const FACT_ID = new RegExp(`^(?:${FACT_GROUPS.join('|')})-\\d{1,2}$`);
const IN_TEXT = new RegExp(`(?<![\\w-])(?:${FACT_GROUPS.join('|')})-\\d{1,2}(?![\\w-])`, 'g');

/** A year and a month. The day on which a page was read says nothing about when it was written, so it is left out. */
export const month = z
  .string()
  .check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a year and a month, such as 2025-09'));
export const factId = z
  .string()
  .check(z.regex(FACT_ID, `must be a fact id: ${FACT_GROUPS.join(', ')}, a hyphen and a number`));

/** Every fact id that a text mentions, with its place in the text, repeats included. */
export function factIdsIn(source: string): { id: string; offset: number }[] {
  return [...source.matchAll(IN_TEXT)].map((match) => ({ id: match[0], offset: match.index }));
}

export const isFactId = (word: string): boolean => FACT_ID.test(word);
