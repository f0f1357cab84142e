import * as z from 'zod/mini';
import { factId } from './fact.ts';
import type { Parsed } from '../parse/problem.ts';
import { listOf, nonEmpty, parseWith, record } from '../parse/schema.ts';
import { slug } from '../parse/slug.ts';

/** A term of the field. `id` is its anchor on the page of the glossary and never changes. */
const entrySchema = record({
  id: slug,
  term: nonEmpty,
  /** Other forms that a reader meets. */
  also: listOf(nonEmpty),
  /** One or two sentences of our own. */
  definition: nonEmpty,
  facts: z.array(factId).check(z.minLength(1, 'must name at least one fact')),
  /** The id of the lesson that teaches it. */
  lesson: slug,
});
export type GlossaryEntry = z.output<typeof entrySchema>;

const glossarySchema = z.array(entrySchema);

/** Reads `content/glossary.yaml`, plain data already parsed. */
export const parseGlossary = (input: unknown): Parsed<GlossaryEntry[]> => parseWith(glossarySchema, input);
