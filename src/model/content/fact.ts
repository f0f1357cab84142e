import * as z from 'zod/mini';
import { factId, month } from './factId.ts';
import type { Parsed } from '../parse/problem.ts';
import { nonEmpty, oneOf, parseWith, record, text } from '../parse/schema.ts';

export { FACT_GROUPS, factId, factIdsIn, isFactId, month } from './factId.ts';

/** The kinds of evidence for a claim. */
const FACT_STATUSES = [
  'documented',
  'tried',
  'inference',
  'vendor_silent',
  'vendor_conflict',
  'app_rule',
] as const;

/** What the study guide makes of the claim. */
const GUIDE_VERDICTS = ['agrees', 'simplifies', 'contradicts', 'silent'] as const;

const factSchema = record({
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
        /** 3: a wrong answer or broken configuration; 2: wrong in a case that may be asked; 1: unproven or opinion. */
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
  /** The cells of a claim that is a table. */
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
