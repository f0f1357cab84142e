import * as z from 'zod/mini';
import type { Parsed } from '../parse/problem.ts';
import { listOf, nonEmpty, parseWith, record } from '../parse/schema.ts';

/** What people type when they look for a page. */
const searchedSchema = z.array(
  record({
    /** Its address from the root of the site, such as `/rules/fi-37/`. */
    page: nonEmpty,
    /** Messages as they are printed, or the part of them that is always the same. */
    errors: listOf(nonEmpty),
    /** In their own words. */
    words: listOf(nonEmpty),
  }),
);
export type Searched = z.output<typeof searchedSchema>[number];

/** Reads `content/searched.yaml`, plain data already parsed. */
export const parseSearched = (input: unknown): Parsed<Searched[]> => parseWith(searchedSchema, input);
