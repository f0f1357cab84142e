import * as z from 'zod/mini';
import { factId } from './factId.ts';
import type { Parsed } from '../parse/problem.ts';
import { listOf, nonEmpty, parseWith, record } from '../parse/schema.ts';

/** A name that the vendor has replaced: `content/deprecated.yaml`. */
const deprecatedName = record({
  /** As it is written in code. */
  name: nonEmpty,
  /** Other forms of it, such as the words on a screen. */
  also: listOf(nonEmpty),
  /** What to write today. */
  now: z.array(nonEmpty).check(z.minLength(1, 'must name at least one name of today')),
  /** The fact that says so. */
  fact: factId,
});
export type DeprecatedName = z.output<typeof deprecatedName>;

export function parseDeprecated(input: unknown): Parsed<DeprecatedName[]> {
  return parseWith(z.array(deprecatedName), input);
}
