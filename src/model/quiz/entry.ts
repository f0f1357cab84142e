import * as z from 'zod/mini';
import type { Parsed } from '../parse/problem.ts';
import { bool, choice, listOf, nonEmpty, oneOf, parseWith, record, wholeFrom } from '../parse/schema.ts';

/** How sure a learner says to be, before the answer is shown. */
export const CERTAINTIES = ['no_idea', 'low', 'middle', 'high'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const REVIEW_RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type ReviewRating = (typeof REVIEW_RATINGS)[number];

/** Where an answer was given. `drill` repeats what was wrong, `lesson` is a question inside a lesson. */
export const MODES = ['practice', 'exam', 'review', 'drill', 'lesson'] as const;
export type Mode = (typeof MODES)[number];

/** Every entry has an id of its own, so that logs can be merged; `at` is milliseconds since 1970. */
const base = { id: nonEmpty, at: z.number().check(z.gte(0)) };
const nullable = <T extends z.ZodMiniType>(inner: T) => z._default(z.nullable(inner), null);

const answer = record({
  kind: z.literal('answer'),
  ...base,
  /** The learner's calendar day, which begins at 04:00, as a number of days since 1970. */
  day: z.int(),
  /** A rule in a family, `family/RULE`; null where it was not kept. */
  card: nullable(nonEmpty),
  rating: nullable(oneOf(REVIEW_RATINGS)),
  strict: z.boolean(),
  /** Numerator and denominator of the exact fraction. */
  partial: z.tuple([z.int(), z.int().check(z.gte(1))]),
  certainty: nullable(oneOf(CERTAINTIES)),
  /** Time spent on it, milliseconds. */
  ms: nullable(wholeFrom(0)),
  mode: choice(MODES, 'practice'),
  item: nonEmpty,
  seed: nullable(z.int()),
  contentVersion: z._default(z.string(), ''),
  scoring: z.int(),
  /** What the item asked about, so that the log can be recounted when the bank has moved on. */
  objective: nullable(nonEmpty),
  topic: nullable(nonEmpty),
  rules: listOf(nonEmpty),
  /** Misconceptions behind the wrong options that were chosen. */
  beliefs: listOf(nonEmpty),
  /** The session in which it was given. */
  session: nullable(nonEmpty),
});

const FORMS = {
  answer,
  /** The learner pressed "too easy" after the answer of that id. */
  easy: record({ kind: z.literal('easy'), ...base, answer: nonEmpty }),
  /** A card is suspended, or asked again. */
  card: record({ kind: z.literal('card'), ...base, card: nonEmpty, suspended: z.boolean() }),
  flag: record({ kind: z.literal('flag'), ...base, item: nonEmpty, on: z.boolean() }),
  /** A submitted exam: the score as it was, which no later scoring changes. */
  exam: record({
    kind: z.literal('exam'),
    ...base,
    session: nonEmpty,
    blueprint: nonEmpty,
    version: z.int(),
    asked: wholeFrom(0),
    right: wholeFrom(0),
    day: z.int(),
    scoring: z.int(),
  }),
  lesson: record({
    kind: z.literal('lesson'),
    ...base,
    lesson: nonEmpty,
    mark: z._default(oneOf(['read', 'unread']), 'read'),
  }),
  level: record({
    kind: z.literal('level'),
    ...base,
    level: nonEmpty,
    stars: z.int().check(z.gte(0), z.lte(3)),
    edits: wholeFrom(0),
    hints: wholeFrom(0),
    /** The solution was shown. */
    shown: bool(false),
    passed: z.boolean(),
  }),
  /** The last entry of a key counts. */
  setting: record({ kind: z.literal('setting'), ...base, key: nonEmpty, value: z.unknown() }),
};

const entrySchema = z.discriminatedUnion('kind', [
  FORMS.answer,
  FORMS.easy,
  FORMS.card,
  FORMS.flag,
  FORMS.exam,
  FORMS.lesson,
  FORMS.level,
  FORMS.setting,
]);

/** One line of the log of progress. The log only grows; everything else follows from it. */
export type Entry = z.output<typeof entrySchema>;
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;
export type AnswerEntry = EntryOf<'answer'>;

export const parseEntry = (input: unknown): Parsed<Entry> => parseWith(entrySchema, input);

/** In the order in which they happened: by time, then by id, so that merged logs replay the same everywhere. */
export const inOrderOf = (a: Entry, b: Entry): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What was set last under a key, or the fallback where nothing was set or it is not of that form. */
export function settingOf<T extends z.ZodMiniType>(
  entries: readonly Entry[],
  key: string,
  schema: T,
  fallback: z.output<T>,
): z.output<T> {
  const last = entries.findLast((entry) => entry.kind === 'setting' && entry.key === key);
  if (last?.kind !== 'setting') return fallback;
  const parsed = parseWith(schema, last.value);
  return parsed.ok ? parsed.value : fallback;
}
