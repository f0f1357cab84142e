import * as z from 'zod/mini';
import { factId } from '../content/factId.ts';
import { PERMISSIONS } from '../layout/permission.ts';
import { RULESETS } from '../layout/ruleset.ts';
import { objective, slug } from '../parse/slug.ts';
import type { Parsed } from '../parse/problem.ts';
import { bool, choice, listOf, nonEmpty, parseWith, record, wholeFrom } from '../parse/schema.ts';

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

const byId = z.record(z.string(), nonEmpty);
/**
 * What the simulator must say for the key to be right, so that the content check can work it out again.
 * Ends of runs are statuses, in the order of the runs, joined by blanks; `none` where there is no run.
 */
const computed = z.discriminatedUnion('of', [
  /** number: how many runs, of one workspace and with one status where these are given. */
  record({
    of: z.literal('count'),
    workspace: z.optional(nonEmpty),
    status: z.optional(nonEmpty),
    triggered: bool(false),
  }),
  /** For options: what the runs of some workspaces end as, if the option is right. */
  record({ of: z.literal('runs'), options: z.record(z.string(), byId) }),
  /** For rows that are workspaces: what the runs end as, by column or choice. */
  record({ of: z.literal('ends'), means: byId }),
  /** For options that are workspaces. */
  record({ of: z.literal('workspaces'), which: z.enum(['triggered', 'stale', 'waiting']) }),
  /** For options: the value that a run sees, as `value` or `value from workspace`. */
  record({ of: z.literal('variable'), workspace: nonEmpty, key: nonEmpty, options: byId }),
  /** For options that are permissions, by id, or rows that are teams. */
  record({
    of: z.literal('access'),
    workspace: nonEmpty,
    team: z.optional(nonEmpty),
    permission: z.optional(z.enum(PERMISSIONS)),
    options: z._default(z.record(z.string(), z.enum(PERMISSIONS)), () => ({})),
  }),
  /** order: the statuses of the first run of a workspace. */
  record({ of: z.literal('statuses'), workspace: nonEmpty }),
]);
export type Computed = z.output<typeof computed>;

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
  /** Ids of questions that must not be in the same exam as this one. */
  enemies: listOf(slug),
  /** It asks about a rule of this app where the vendor is silent: for lessons, and never in practice, review or an exam. */
  about_app: bool(false),
  ruleset: choice(RULESETS, 'hcp'),
  /** What is shown beside the stem: a layout as in the sandbox, drawn and listed as text, or a piece of HCL. */
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
  computed: z.optional(computed),
};

const options = z.array(option).check(z.minLength(2, 'must have at least two options'));

const form = <const T extends string, Own extends Record<string, z.ZodMiniType>>(type: T, own: Own) =>
  record({ type: z.literal(type), ...common, ...own });

/** One form a type, under its own name: `src/quiz/types/<type>.ts` says everything else about it. */
const FORMS = {
  single: form('single', { options }),
  multi: form('multi', { options }),
  /** Choose exactly `count` options. */
  pick: form('pick', { options, count: wholeFrom(1) }),
  truefalse: form('truefalse', { options }),
  /** For each row choose one of the columns. */
  table: form('table', {
    columns: z
      .array(record({ id: slug, text: nonEmpty }))
      .check(z.minLength(2, 'must have at least two columns')),
    rows: z
      .array(record({ id: slug, text: nonEmpty, correct: slug, ...reasons }))
      .check(z.minLength(2, 'must have at least two rows')),
  }),
  /** Put the things in order; the list is the key. */
  order: form('order', {
    things: z
      .array(record({ id: slug, text: nonEmpty, ...reasons }))
      .check(z.minLength(3, 'must have at least three things')),
  }),
  /** Find the partner of each row among the choices. */
  match: form('match', {
    choices: z
      .array(record({ id: slug, text: nonEmpty }))
      .check(z.minLength(2, 'must have at least two choices')),
    rows: z
      .array(record({ id: slug, text: nonEmpty, correct: slug, ...reasons }))
      .check(z.minLength(2, 'must have at least two rows')),
  }),
  /** Fill in one word or phrase; no fuzzy match. */
  fill: form('fill', {
    accepted: z.array(nonEmpty).check(z.minLength(1, 'must accept at least one form')),
    case_sensitive: bool(true),
    ...reasons,
  }),
  number: form('number', {
    answer: z.number(),
    unit: z._default(z.string(), ''),
    ...reasons,
  }),
  /**
   * Change the board of the figure with edits of the palette; its checks are judged by simulating the figure's
   * actions on the changed board, so every way that works is right. Edits and checks are those of a level.
   */
  build: form('build', {
    /** `correct` marks one solution. */
    palette: z
      .array(
        record({
          id: slug,
          text: nonEmpty,
          edit: z.unknown(),
          correct: bool(false),
          ...reasons,
          misconception: z._default(z.nullable(slug), null),
        }),
      )
      .check(z.minLength(2, 'must have at least two edits')),
    checks: z
      .array(record({ id: slug, text: nonEmpty, rule: factId, check: z.unknown() }))
      .check(z.minLength(1, 'must have at least one check')),
    /** How many edits may be made. */
    at_most: wholeFrom(1),
  }),
};

export type QuestionType = keyof typeof FORMS;
type Form = (typeof FORMS)[QuestionType];
/** The types that the bank may hold, in the order of their forms. */
export const QUESTION_TYPES = Object.keys(FORMS) as [QuestionType, ...QuestionType[]];

const questionSchema = z.discriminatedUnion('type', Object.values(FORMS) as [Form, ...Form[]], {
  error: (issue) =>
    issue.code === 'invalid_union' ? `must be one of ${QUESTION_TYPES.join(', ')}` : undefined,
});
export type Question = z.output<Form>;
export type QuestionOf<K extends QuestionType> = Extract<Question, { type: K }>;

export function parseQuestion(input: unknown): Parsed<Question> {
  return parseWith(questionSchema, input);
}
