import * as z from 'zod/mini';
import { factId } from './fact.ts';
import { RULESETS } from './layout.ts';
import { objective, slug } from './lesson.ts';
import type { Parsed } from './problem.ts';
import { bool, choice, listOf, nonEmpty, parseWith, record, wholeFrom } from './schema.ts';

/** Types of questions that the bank may hold. A new one is a word here, a form below and a row in `FORMS`. */
export const QUESTION_TYPES = [
  'single',
  'multi',
  'pick',
  'truefalse',
  'table',
  'order',
  'match',
  'fill',
  'number',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

const reasons = {
  /** Why it is right or wrong, in full sentences. */
  explanation: nonEmpty,
  facts: z.array(factId).check(z.minLength(1, 'must name at least one fact')),
};

const option = record({
  /** Stable: answers are stored under it. */
  id: slug,
  text: nonEmpty,
  correct: bool(false),
  ...reasons,
  /** The mistaken belief behind a wrong option, by name. */
  misconception: z._default(z.nullable(slug), null),
  /** `last` stays last when options are shuffled. */
  pin: z._default(z.nullable(z.literal('last')), null),
});
export type Option = z.output<typeof option>;

const common = {
  id: slug,
  /** Markdown. */
  stem: nonEmpty,
  objective,
  topic: slug,
  /** Facts or engine rules that the question asks about; a card of the review is a rule in a family. */
  rules: z.array(factId).check(z.minLength(1, 'must name at least one rule')),
  difficulty: z.literal([1, 2, 3]),
  family: slug,
  /** Ids of questions that must not stand in one exam with this one. */
  enemies: listOf(slug),
  ruleset: choice(RULESETS, 'hcp'),
  /** What stands beside the stem: a layout as in the sandbox, drawn and listed as text, or a piece of HCL. */
  figure: z._default(
    z.nullable(
      record({
        layout: z._default(z.nullable(z.unknown()), null),
        /** What is done on the layout before the question is asked, as in a scenario. */
        actions: z._default(z.array(z.unknown()), () => []),
        hcl: z._default(z.nullable(nonEmpty), null),
      }),
    ),
    null,
  ),
};
const options = z.array(option).check(z.minLength(2, 'must have at least two options'));

const FORMS = {
  single: record({ type: z.literal('single'), ...common, options }),
  multi: record({ type: z.literal('multi'), ...common, options }),
  /** Choose exactly `count` options. */
  pick: record({ type: z.literal('pick'), ...common, options, count: wholeFrom(1) }),
  truefalse: record({ type: z.literal('truefalse'), ...common, options }),
  /** For each row choose one of the columns. */
  table: record({
    type: z.literal('table'),
    ...common,
    columns: z
      .array(record({ id: slug, text: nonEmpty }))
      .check(z.minLength(2, 'must have at least two columns')),
    rows: z
      .array(record({ id: slug, text: nonEmpty, correct: slug, ...reasons }))
      .check(z.minLength(2, 'must have at least two rows')),
  }),
  /** Put the things in order; the list is the key. */
  order: record({
    type: z.literal('order'),
    ...common,
    things: z
      .array(record({ id: slug, text: nonEmpty, ...reasons }))
      .check(z.minLength(3, 'must have at least three things')),
  }),
  /** Find the partner of each row among the choices. */
  match: record({
    type: z.literal('match'),
    ...common,
    choices: z
      .array(record({ id: slug, text: nonEmpty }))
      .check(z.minLength(2, 'must have at least two choices')),
    rows: z
      .array(record({ id: slug, text: nonEmpty, correct: slug, ...reasons }))
      .check(z.minLength(2, 'must have at least two rows')),
  }),
  /** Fill in one word or phrase; no fuzzy match. */
  fill: record({
    type: z.literal('fill'),
    ...common,
    accepted: z.array(nonEmpty).check(z.minLength(1, 'must accept at least one form')),
    case_sensitive: bool(true),
    ...reasons,
  }),
  number: record({
    type: z.literal('number'),
    ...common,
    answer: z.number(),
    unit: z._default(z.string(), ''),
    ...reasons,
  }),
} satisfies Record<QuestionType, z.ZodMiniType>;

export const questionSchema = z.discriminatedUnion(
  'type',
  [
    FORMS.single,
    FORMS.multi,
    FORMS.pick,
    FORMS.truefalse,
    FORMS.table,
    FORMS.order,
    FORMS.match,
    FORMS.fill,
    FORMS.number,
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union' ? `must be one of ${QUESTION_TYPES.join(', ')}` : undefined,
  },
);
export type Question = z.output<typeof questionSchema>;
export type QuestionOf<K extends QuestionType> = Extract<Question, { type: K }>;

export function parseQuestion(input: unknown): Parsed<Question> {
  return parseWith(questionSchema, input);
}
