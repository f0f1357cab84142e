import * as z from 'zod/mini';
import type { Scenario } from '#model/scenario/action.ts';
import {
  type Catalogue,
  type CatalogueRow,
  cardOf,
  parseCatalogue,
  SAMPLE_SEEDS,
} from '#model/quiz/catalogue.ts';
import type { Result } from '#model/parse/problem.ts';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import { parseWith } from '#model/parse/schema.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import { variantsOf } from '#quiz/review/askable.ts';
import type { Judge } from '#quiz/scoring/grading.ts';
import type { Item } from '#quiz/types/item.ts';
import type { Random } from '#quiz/lib/random.ts';

/** Why something of the bank is not there. */
export type LoadProblem =
  | { code: 'refused'; status: number }
  | { code: 'unreachable' }
  | { code: 'unreadable'; what: 'questions' | 'catalogue' }
  | { code: 'question_failed' };

export type Loaded<T> = Result<T, { problem: LoadProblem }>;
const loaded = <T>(value: T): Loaded<T> => ({ ok: true, value });
const failed = (problem: LoadProblem): { ok: false; problem: LoadProblem } => ({ ok: false, problem });

export function describeLoadProblem(problem: LoadProblem): string {
  switch (problem.code) {
    case 'refused':
      return `The questions could not be loaded (${problem.status}).`;
    case 'unreachable':
      return 'The questions could not be loaded. Are you offline?';
    case 'unreadable':
      return problem.what === 'questions'
        ? 'The questions could not be read.'
        : 'The list of questions could not be read. Reload the page.';
    case 'question_failed':
      return 'This question could not be loaded.';
  }
}

const topics = new Map<string, Promise<Loaded<Question[]>>>();

/** Fetches JSON of the site. */
async function fetchJson(address: string): Promise<Loaded<unknown>> {
  try {
    const response = await fetch(address);
    if (!response.ok) return failed({ code: 'refused', status: response.status });
    return loaded(await response.json());
  } catch {
    return failed({ code: 'unreachable' });
  }
}

/** The questions of a topic. Each question is checked again: a cache may be stale. */
function loadTopic(bank: string, topic: string): Promise<Loaded<Question[]>> {
  const known = topics.get(`${bank}${topic}`);
  if (known !== undefined) return known;
  const loading = fetchJson(`${bank}${topic}.json`).then((found): Loaded<Question[]> => {
    if (!found.ok || !Array.isArray(found.value)) {
      topics.delete(`${bank}${topic}`);
      return found.ok ? failed({ code: 'unreadable', what: 'questions' }) : found;
    }
    return loaded(
      found.value.flatMap((item: unknown) => {
        const parsed = parseQuestion(item);
        return parsed.ok ? [parsed.value] : [];
      }),
    );
  });
  topics.set(`${bank}${topic}`, loading);
  return loading;
}

/** What there is to ask, without the texts. */
export async function loadCatalogue(bank: string): Promise<Loaded<Catalogue>> {
  const found = await fetchJson(`${bank}catalogue.json`);
  if (!found.ok) return found;
  const parsed = parseCatalogue(found.value);
  return parsed.ok ? loaded(parsed.value) : failed({ code: 'unreadable', what: 'catalogue' });
}

/** Loads the simulator and the generators when they are needed, which is never on most pages of questions. */
const generators = () => import('#quiz/generators/index.ts');
export const loadJudge = async (): Promise<Judge> => (await import('#quiz/types/judgeBuild.ts')).judgeBuild;

/** The item of a reference; null if the bank no longer has it. */
export async function loadItem(bank: string, ref: ItemRef): Promise<Loaded<Item | null>> {
  if (ref.seed !== null) {
    const item = (await generators()).generate(ref.family, ref.seed);
    // Its id says which version of the family drew it. Another version would ask something else for this seed.
    return loaded(item?.question.id === ref.id ? item : null);
  }
  const questions = await loadTopic(bank, ref.topic);
  if (!questions.ok) return questions;
  const question = questions.value.find((other) => other.id === ref.id);
  return loaded(question === undefined ? null : { question, seed: null, scenario: await boardOf(question) });
}

/** The board of a question with its actions; null if it has none. The parser is loaded with the first board. */
async function boardOf({ figure }: Question): Promise<Scenario | null> {
  if (figure === null || figure.layout === null) return null;
  const { parseScenario } = await import('#model/scenario/action.ts');
  const parsed = parseScenario({ layout: figure.layout, actions: figure.actions });
  return parsed.ok ? parsed.value : null;
}

/** Every item of a list. */
export async function loadItems(bank: string, refs: readonly ItemRef[]): Promise<Loaded<(Item | null)[]>> {
  const items: (Item | null)[] = [];
  for (const found of await Promise.all(refs.map((ref) => loadItem(bank, ref)))) {
    if (!found.ok) return found;
    items.push(found.value);
  }
  return loaded(items);
}

/** The reference of a question of the bank, or of a generated one under its seed. */
export const refOf = (
  question: Pick<Question, 'id' | 'family' | 'topic' | 'objective' | 'rules'>,
  seed: number | null,
): ItemRef => ({
  id: question.id,
  family: question.family,
  seed,
  topic: question.topic,
  objective: question.objective,
  card: cardOf(question),
});

/** How many seeds to try for a board that asks about a certain rule. */
const TRIES = 60;

/**
 * A new item of a generated family, of the wanted card; null for an unknown family or card. A card of the catalogue
 * is always found, since the catalogue was made of the first seeds.
 */
export async function drawGenerated(
  family: string,
  random: Random,
  card: string | null = null,
): Promise<Item | null> {
  const { generate } = await generators();
  const found = (seed: number): Item | null => {
    const item = generate(family, seed);
    return item === null || (card !== null && cardOf(item.question) !== card) ? null : item;
  };
  for (let i = 0; i < TRIES; i++) {
    const item = found(1 + random.below(1_000_000));
    if (item !== null) return item;
  }
  for (let seed = 1; seed <= SAMPLE_SEEDS; seed++) {
    const item = found(seed);
    if (item !== null) return item;
  }
  return null;
}

/** The reference of a row: of a generated family a new board is drawn. */
export async function drawRef(row: CatalogueRow, random: Random): Promise<ItemRef | null> {
  if (!row.generated) return refOf(row, null);
  const item = await drawGenerated(row.family, random, cardOf(row));
  return item === null ? null : refOf(item.question, item.seed);
}

/**
 * Another item about the rule of a card than the one that was asked last: first of its own family, a new board where
 * a generator makes it, then any item of the bank that asks about the rule, and only then the same again.
 */
export async function drawVariant(
  rows: readonly CatalogueRow[],
  card: string,
  last: { item: string } | null,
  random: Random,
): Promise<ItemRef | null> {
  const { own, related } = variantsOf(rows, card);
  const others = (list: CatalogueRow[]) => list.filter((row) => row.generated || row.id !== last?.item);
  const pool = [others(own), others(related), own].find((list) => list.length > 0) ?? [];
  const row = random.shuffle(pool)[0];
  if (row === undefined) return null;
  const ref = await drawRef(row, random);
  return ref === null ? null : { ...ref, card };
}

const factsSchema = z.record(
  z.string(),
  z.tuple([z.string(), z.nullable(z.string()), z.string(), z.optional(z.string())]),
);
export interface ShownFact {
  claim: string;
  /** The vendor's page, or null if there is none. */
  page: string | null;
  asOf: string;
  /** The kind of evidence, if a reader must see it. */
  status?: string | undefined;
}
let facts: Promise<ReadonlyMap<string, ShownFact>> | null = null;

/** The facts by their ids; empty if they could not be loaded, since an explanation is of use without them. */
export function loadFacts(bank: string): Promise<ReadonlyMap<string, ShownFact>> {
  facts ??= fetchJson(`${bank}facts.json`).then((found) => {
    const parsed = found.ok ? parseWith(factsSchema, found.value) : null;
    if (parsed?.ok !== true) {
      facts = null;
      return new Map();
    }
    return new Map(
      Object.entries(parsed.value).map(([id, [claim, page, asOf, status]]) => [
        id,
        { claim, page, asOf, status },
      ]),
    );
  });
  return facts;
}
