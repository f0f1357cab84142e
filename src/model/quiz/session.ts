import * as z from 'zod/mini';
import { answerSchema, feedbackSchema } from './answer.ts';
import { CERTAINTIES, MODES } from './entry.ts';
import type { Parsed } from '../parse/problem.ts';
import { bool, listOf, nonEmpty, oneOf, parseWith, record, wholeFrom } from '../parse/schema.ts';

const nullable = <T extends z.ZodMiniType>(inner: T) => z._default(z.nullable(inner), null);

/** Which item is asked: one of the bank, or one that a generator makes of its family and seed. */
const itemRef = {
  id: nonEmpty,
  family: nonEmpty,
  seed: z.nullable(z.int()),
  topic: nonEmpty,
  objective: nonEmpty,
  /** The card that the answer belongs to. */
  card: nonEmpty,
};
const itemRefSchema = record(itemRef);
export type ItemRef = z.output<typeof itemRefSchema>;

const examSchema = record({
  blueprint: nonEmpty,
  blueprintVersion: z.int(),
  title: nonEmpty,
  seed: z.int(),
  contentVersion: z.string(),
  scoring: z.int(),
  /** Minutes allowed, extra time included; null without a clock. */
  minutes: z.nullable(z.number()),
  startedAt: z.number(),
  /** When the clock ends; what remains is computed. */
  endsAt: z.nullable(z.number()),
  items: z.array(itemRefSchema).check(z.minLength(1, 'must have at least one item')),
  /** Objective → items that the bank lacked; they were filled from others. */
  short: z.record(z.string(), z.int()),
  relaxed: z.array(z.string()),
  /** Index of the item that is shown. */
  at: wholeFrom(0),
  view: oneOf(['item', 'review']),
  /** Index → answer. */
  answers: z.record(z.string(), answerSchema),
  flags: z.array(z.int()),
  /** Milliseconds spent on each item. */
  ms: z.array(z.number()),
  submittedAt: z.nullable(z.number()),
  expired: bool(false),
});
/** A mock exam, from its start to its report. */
export type ExamData = z.output<typeof examSchema>;
export const EXAM_VERSION = 1;
export const parseExam = (input: unknown): Parsed<ExamData> => parseWith(examSchema, input);

const stepSchema = record({
  ...itemRef,
  answer: nullable(answerSchema),
  certainty: nullable(oneOf(CERTAINTIES)),
  /** null until it is graded. */
  strict: nullable(z.boolean()),
  /** The entry of the log that holds the answer. */
  entry: nullable(nonEmpty),
  ms: z._default(z.number(), 0),
  /** True for a question that older sessions asked once more after a miss: it counts as practice only. */
  again: bool(false),
});
export type PlayedStep = z.output<typeof stepSchema>;

const playSchema = record({
  mode: oneOf(MODES),
  feedback: feedbackSchema,
  /** Whether certainty is asked before the reveal. */
  certainty: z.boolean(),
  seed: z.int(),
  contentVersion: z.string(),
  steps: z.array(stepSchema),
  at: wholeFrom(0),
  doneAt: z.nullable(z.number()),
  /** Milliseconds since 1970; null in sessions from before it was kept. */
  startedAt: nullable(z.number()),
  /** What was asked for, in words. */
  title: z._default(z.string(), ''),
  notes: listOf(z.string()),
});
/** A session of practice, drill or review. */
export type PlayData = z.output<typeof playSchema>;
export const PLAY_VERSION = 1;
export const parsePlay = (input: unknown): Parsed<PlayData> => parseWith(playSchema, input);
