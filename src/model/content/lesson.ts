import * as z from 'zod/mini';
import { factId, month } from './fact.ts';
import type { Parsed } from '../parse/problem.ts';
import { objective, slug } from '../parse/slug.ts';
import { nonEmpty, parseWith, record, wholeFrom } from '../parse/schema.ts';

/** The frontmatter of a lesson. `id` never changes, even if the file moves, because progress is stored under it. */
const lessonSchema = record({
  id: slug,
  title: nonEmpty,
  /** Place among all lessons; the file name starts with it. */
  order: wholeFrom(1),
  track: slug,
  /** Reading time with the figure played once. */
  minutes: wholeFrom(1),
  /** Exam objectives that the lesson serves. */
  objectives: z.array(objective).check(z.minLength(1, 'must name at least one exam objective')),
  /** The oldest month among the facts that the lesson uses. */
  facts_as_of: month,
  /** Facts that the lesson teaches. */
  facts: z.array(factId).check(z.minLength(1, 'must name at least one fact')),
  sources: z
    .array(record({ title: nonEmpty, page: nonEmpty, as_of: month }))
    .check(z.minLength(1, 'must name at least one source')),
});
export type Lesson = z.output<typeof lessonSchema>;

export function parseLesson(frontmatter: unknown): Parsed<Lesson> {
  return parseWith(lessonSchema, frontmatter);
}
