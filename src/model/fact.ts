import * as z from 'zod/mini';
import type { Parsed } from './problem.ts';
import { listOf, nonEmpty, oneOf, parseWith, record, text } from './schema.ts';

/** Groups of facts, as the first part of an id names them. Ids are never reused or changed: progress hangs on them. */
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

/** What kind of evidence stands behind a claim. */
export const FACT_STATUSES = [
  'documented',
  'inference',
  'vendor_silent',
  'vendor_conflict',
  'app_rule',
] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** How the study guide stands to the claim. */
export const GUIDE_VERDICTS = ['agrees', 'simplifies', 'contradicts', 'silent'] as const;
export type GuideVerdict = (typeof GUIDE_VERDICTS)[number];

const FACT_ID = new RegExp(`^(?:${FACT_GROUPS.join('|')})-\\d{1,2}$`);
const IN_TEXT = new RegExp(`(?<![\\w-])(?:${FACT_GROUPS.join('|')})-\\d{1,2}(?![\\w-])`, 'g');

/** A year and a month: the day on which a page was read says nothing about when it was written. */
export const month = z
  .string()
  .check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a year and a month, such as 2025-09'));
export const factId = z
  .string()
  .check(z.regex(FACT_ID, `must be a fact id: ${FACT_GROUPS.join(', ')}, a hyphen and a number`));

export const factSchema = record({
  id: factId,
  /** One or two sentences of our own. */
  claim: nonEmpty,
  /** Vendor pages by path, provider resources by name, and ids of the facts from which this one follows. */
  source: z.array(nonEmpty),
  /** The month of the first source. */
  as_of: month,
  status: oneOf(FACT_STATUSES),
  guide: z._default(z.nullable(oneOf(GUIDE_VERDICTS)), null),
  note: text(''),
  /** Where the study guide and the vendor differ (D-…): both sides, and what to teach. */
  differs: z._default(
    z.nullable(
      record({
        /** 3: a wrong answer or broken configuration; 2: wrong in a case that can be asked; 1: unproven or opinion. */
        severity: z.literal([1, 2, 3]),
        guide_says: nonEmpty,
        vendor_says: nonEmpty,
        lesson_says: nonEmpty,
        exam_answer: nonEmpty,
      }),
    ),
    null,
  ),
  /** Where two vendor pages differ (V-…). */
  conflict: z._default(
    z.nullable(record({ page_a: nonEmpty, page_b: nonEmpty, follow: oneOf(['a', 'b', 'none', 'depends']) })),
    null,
  ),
  /** A claim that is a matrix. */
  table: z._default(
    z.nullable(record({ columns: z.array(nonEmpty), rows: z.array(z.array(z.string())) })),
    null,
  ),
});
export type Fact = z.output<typeof factSchema>;

const factFile = z.array(factSchema);

/** Reads the rows of one file of `content/facts`. */
export function parseFacts(input: unknown): Parsed<Fact[]> {
  return parseWith(factFile, input);
}

/** Every fact id that a text mentions, with its place in the text, repeats included. */
export function factIdsIn(source: string): { id: string; offset: number }[] {
  return [...source.matchAll(IN_TEXT)].map((match) => ({ id: match[0], offset: match.index }));
}

export const isFactId = (word: string): boolean => FACT_ID.test(word);
export const factIds = listOf(factId);
