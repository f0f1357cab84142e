import { type CatalogueRow, cardOf, ruleOfCard } from '#model/quiz/catalogue.ts';

type Rows = readonly CatalogueRow[];

/**
 * What can ask about the rule of a card: `own` is of its family, `related` any question of the bank on the rule. A
 * generated row stands for one card only, since a board is drawn for that card.
 */
export function variantsOf(rows: Rows, card: string): { own: CatalogueRow[]; related: CatalogueRow[] } {
  const rule = ruleOfCard(card);
  const family = card.slice(0, card.indexOf('/'));
  return {
    own: rows.filter((row) =>
      row.generated ? cardOf(row) === card : row.family === family && row.rules.includes(rule),
    ),
    related: rows.filter((row) => !row.generated && row.rules.includes(rule)),
  };
}

/**
 * Tells the cards that can still be asked from those whose questions left the bank: the log keeps both, and only the
 * first may be counted as due.
 */
export function askableIn(rows: Rows): (card: string) => boolean {
  const generated = new Set(rows.filter((row) => row.generated).map(cardOf));
  const rules = new Set(rows.filter((row) => !row.generated).flatMap((row) => row.rules));
  return (card) => generated.has(card) || rules.has(ruleOfCard(card));
}
