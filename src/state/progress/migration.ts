import * as z from 'zod/mini';
import type { AnswerEntry } from '#model/quiz/entry.ts';
import { parseWith, record } from '#model/parse/schema.ts';

/** Where version 1 of the app kept its answers, as one text. */
export const V1_KEY = 'runchain.progress';

const v1Schema = record({
  version: z.literal(1),
  answers: z.array(
    record({
      item: z.string(),
      seed: z.nullable(z.int()),
      at: z.number(),
      strict: z.boolean(),
      partial: z.tuple([z.int(), z.int()]),
      scoring: z.int(),
    }),
  ),
});

/**
 * The answers of version 1 as entries of the log, or null if this is not version 1. Their ids follow from the answers, so
 * doing it again, in another tab or from an old export, adds nothing twice.
 * @param dayOf the learner's day of a time
 */
export function fromVersion1(input: unknown, dayOf: (at: number) => number): AnswerEntry[] | null {
  const parsed = parseWith(v1Schema, input);
  if (!parsed.ok) return null;
  return parsed.value.answers.map((answer, i) => ({
    kind: 'answer',
    id: `v1-${i}-${answer.at}-${answer.item}`,
    at: answer.at,
    day: dayOf(answer.at),
    card: null,
    rating: answer.strict ? 'good' : 'again',
    strict: answer.strict,
    partial: answer.partial,
    certainty: null,
    ms: null,
    mode: 'practice',
    item: answer.item,
    seed: answer.seed,
    contentVersion: '',
    scoring: answer.scoring,
    objective: null,
    topic: null,
    rules: [],
    beliefs: [],
    session: null,
  }));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
