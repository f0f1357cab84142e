import * as z from 'zod/mini';
import { oneOf, record } from '../parse/schema.ts';

/** What a learner gives: chosen options (or edits of a board), one column a row, things in order, or a text. */
export const answerSchema = z.discriminatedUnion('kind', [
  record({ kind: z.literal('options'), chosen: z.array(z.string()) }),
  record({ kind: z.literal('rows'), chosen: z.record(z.string(), z.string()) }),
  record({ kind: z.literal('order'), things: z.array(z.string()) }),
  record({ kind: z.literal('text'), text: z.string() }),
]);
export type Answer = z.output<typeof answerSchema>;

const FEEDBACK = ['now', 'end'] as const;
export const feedbackSchema = oneOf(FEEDBACK);
export type Feedback = (typeof FEEDBACK)[number];
