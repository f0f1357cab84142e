import { type Catalogue, type CatalogueRow, cardOf, SAMPLE_SEEDS } from '#model/quiz/catalogue.ts';
import type { Fact } from '#model/content/fact.ts';
import type { Lesson } from '#model/content/lesson.ts';
import type { Question } from '#model/quiz/question.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import { hashOf } from '#quiz/lib/hash.ts';
import { FACTS, LEVELS, QUESTIONS } from '../content/content.ts';

const rowOf = (question: Question, generated: { title: string } | null): CatalogueRow => ({
  id: question.id,
  type: question.type,
  objective: question.objective,
  topic: question.topic,
  family: question.family,
  rules: question.rules,
  difficulty: question.difficulty,
  enemies: question.enemies,
  generated: generated !== null,
  title: generated?.title ?? '',
});

/** One row a card of each generated family: a new board is drawn whenever it is asked. */
function generatedRows(): CatalogueRow[] {
  return GENERATORS.flatMap(({ id, title }) => {
    const rows = new Map<string, CatalogueRow>();
    for (let seed = 1; seed <= SAMPLE_SEEDS; seed++) {
      const item = generate(id, seed);
      if (item === null || rows.has(cardOf(item.question))) continue;
      rows.set(cardOf(item.question), rowOf(item.question, { title }));
    }
    return [...rows.values()];
  });
}

/** What the pages of questions know before they load any: made once, while the site is built. */
export function catalogueOf(lessons: readonly Lesson[]): Catalogue {
  const questions = [...QUESTIONS.values()];
  // What only this app decides is asked in lessons and nowhere else.
  const asked = questions.filter((question) => !question.about_app);
  return {
    version: hashOf(JSON.stringify(questions)).toString(36),
    items: [...asked.map((question) => rowOf(question, null)), ...generatedRows()],
    lessons: lessons.map(({ id, title, objectives, facts }) => ({ id, title, objectives, facts })),
    levels: LEVELS.map(({ id, title, rules }) => ({ id, title, rules })),
  };
}

const DOCS = 'https://developer.hashicorp.com/terraform';
const PROVIDER = 'https://registry.terraform.io/providers/hashicorp/tfe/latest/docs';

/** The vendor's page behind a fact, through the facts that it follows from; null where no page is behind it. */
export function pageOf(fact: Fact, seen: ReadonlySet<string> = new Set()): string | null {
  for (const source of fact.source) {
    const name = source.replace(/ \(2026\)$/, '');
    if (/^cloud-docs(\/[\w/-]+)?$/.test(name)) return `${DOCS}/${name}`;
    if (/^tf-lang\/[\w/-]+$/.test(name)) return `${DOCS}/language/${name.slice('tf-lang/'.length)}`;
    const data = /^tfe_(\w+?)(?: \(data source\))?$/.exec(name)?.[1];
    if (data !== undefined)
      return `${PROVIDER}/${name.endsWith('(data source)') || data === 'outputs' ? 'data-sources' : 'resources'}/${data}`;
  }
  for (const source of fact.source) {
    const from = seen.has(source) ? undefined : FACTS.get(source);
    const page = from === undefined ? null : pageOf(from, new Set([...seen, fact.id]));
    if (page !== null) return page;
  }
  return null;
}
