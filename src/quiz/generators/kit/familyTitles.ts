import { familyOfCard } from '#model/quiz/catalogue.ts';
import type { AnswerEntry } from '#model/quiz/entry.ts';

/**
 * Titles of the families of generated questions, apart from the generators: a page that names a family needs no
 * simulator. No name of a family reaches a person otherwise.
 */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['which-run', 'Which workspaces get a run?'],
  ['where-it-stops', 'Where does the run stop?'],
  ['stage-order', 'In what order do the stages come?'],
  ['how-many-runs', 'How many runs does it get?'],
  ['who-is-stale', 'Which workspaces are out of date?'],
  ['why-no-run', 'Why did nothing start?'],
  ['which-value', 'Which value does the run see?'],
  ['who-may-what', 'Who may do what?'],
  ['which-change-mends', 'Which change fixes it?'],
  ['complete-hcl', 'Complete the HCL'],
  ['spot-the-flaw', 'Spot the flaw'],
  ['same-or-different', 'Same or different?'],
]);

/** The title of a family, or null where no generator has this name. */
export const familyTitle = (family: string): string | null => TITLES.get(family) ?? null;

/** What an answer was about, for a person: the title of the family of a generated item, else the id of the question. */
export function nameOfItem({ item, card, seed }: Pick<AnswerEntry, 'item' | 'card' | 'seed'>): string {
  if (seed === null) return item;
  // Answers of the first version of the app have no card, and start with the name of the family.
  const family = card === null ? item.replace(/(-\d+)+$/, '') : familyOfCard(card);
  return familyTitle(family) ?? 'A question from the simulator';
}
