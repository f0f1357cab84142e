import * as z from 'zod/mini';
import { QUESTION_TYPES } from './question.ts';
import type { Parsed } from '../parse/problem.ts';
import { bool, listOf, nonEmpty, oneOf, parseWith, record } from '../parse/schema.ts';

const row = record({
  id: nonEmpty,
  type: oneOf(QUESTION_TYPES),
  objective: nonEmpty,
  topic: nonEmpty,
  family: nonEmpty,
  rules: z.array(nonEmpty),
  difficulty: z.literal([1, 2, 3]),
  enemies: listOf(nonEmpty),
  /** A family that the simulator makes: `id` and `seed` are of a sample, and a new one is drawn to be asked. */
  generated: bool(false),
  /** Title of a generated family. */
  title: z._default(z.string(), ''),
});
/** What can be known about an item without its text. */
export type CatalogueRow = z.output<typeof row>;

const catalogueSchema = record({
  /** Changes with any question: an answer names the content it was given on. */
  version: nonEmpty,
  items: z.array(row),
  lessons: z.array(
    record({ id: nonEmpty, title: nonEmpty, objectives: z.array(nonEmpty), facts: z.array(nonEmpty) }),
  ),
  levels: z.array(record({ id: nonEmpty, title: nonEmpty, rules: z.array(nonEmpty) })),
});
/** What the bank, the generators, the lessons and the levels offer, without their texts. */
export type Catalogue = z.output<typeof catalogueSchema>;
export const parseCatalogue = (input: unknown): Parsed<Catalogue> => parseWith(catalogueSchema, input);

/** How many seeds, from 1 on, are tried to find out which cards a generated family can ask. */
export const SAMPLE_SEEDS = 24;

/** A card of the review is a rule in a family: the rule that an item names first. */
export const cardOf = (item: { family: string; rules: readonly string[] }): string =>
  `${item.family}/${item.rules[0] ?? ''}`;
export const ruleOfCard = (card: string): string => card.slice(card.indexOf('/') + 1);
export const familyOfCard = (card: string): string => card.slice(0, card.indexOf('/'));

/** Short names of the objectives that the app serves; ours, the numbering is HashiCorp's. */
export const OBJECTIVES: Readonly<Record<string, string>> = {
  '3b': 'Remote state',
  '3c': 'The workflow in automation',
  '3d': 'Sharing data between workspaces',
  '6a': 'The run workflow',
  '6b': 'Workspaces and access',
  '6c': 'Provider credentials',
  '6d': 'Policies and governance',
};

const TOPIC_TITLES: Readonly<Record<string, string>> = {
  'auto-apply': 'Auto-apply',
  'tfe-provider': 'The tfe provider',
  'ui-api-provider': 'UI, API or provider',
};
export const topicTitle = (id: string): string =>
  TOPIC_TITLES[id] ?? id.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase());
