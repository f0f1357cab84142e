import { type Catalogue, type CatalogueRow, cardOf } from '#model/quiz/catalogue.ts';
import type { Entry } from '#model/quiz/entry.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import { type Assembled, assemble, type Blueprint, type Candidate } from '#quiz/exam/assemble.ts';
import { randomOf } from '#quiz/lib/random.ts';
import { drawGenerated, refOf } from './bank.ts';

/** How many new boards an exam may choose from in each generated family. */
const DRAWS = 2;

export interface ReadyExam {
  refs: ItemRef[];
  assembled: Assembled;
}

/**
 * Assembles an exam of the bank and of new boards.
 * @param seed decides everything that is drawn
 */
export async function prepareExam(
  blueprint: Blueprint,
  catalogue: Catalogue,
  entries: readonly Entry[],
  seed: number,
): Promise<ReadyExam> {
  // The types of questions come with the first exam: the page that only offers one does without them.
  const { asksForSeveral } = await import('./asksForSeveral.ts');
  const candidateOf = (row: Omit<CatalogueRow, 'title'>, lastSeen: number | null): Candidate => ({
    id: row.id,
    objective: row.objective,
    topic: row.topic,
    family: row.family,
    rules: row.rules,
    difficulty: row.difficulty,
    enemies: row.enemies,
    severalAnswers: asksForSeveral(row.type),
    generated: row.generated,
    lastSeen,
  });
  const random = randomOf(seed);
  const lastSeen = new Map(
    entries.flatMap((e) => (e.kind === 'answer' && e.mode === 'exam' ? [[e.item, e.day] as const] : [])),
  );
  const refs = new Map<string, ItemRef>();
  const pool: Candidate[] = [];
  for (const row of catalogue.items) {
    if (row.generated) continue;
    refs.set(row.id, refOf(row, null));
    pool.push(candidateOf(row, lastSeen.get(row.id) ?? null));
  }
  // They keep their cards, so what is asked and flagged here can be found in practice.
  const families = Map.groupBy(
    catalogue.items.filter((row) => row.generated),
    (row) => row.family,
  );
  for (const [family, rows] of families) {
    const cards = random.shuffle(rows).map(cardOf);
    for (let i = 0; i < DRAWS; i++) {
      const item = await drawGenerated(family, random, cards[i % cards.length]);
      if (item === null || refs.has(item.question.id)) continue;
      refs.set(item.question.id, refOf(item.question, item.seed));
      pool.push(candidateOf({ ...item.question, generated: true }, null));
    }
  }
  const assembled = assemble(blueprint, pool, random);
  return { assembled, refs: assembled.items.flatMap((item) => refs.get(item.id) ?? []) };
}
