import type { ShownFact } from '#state/quiz/bank.ts';
import { contentOf, readable } from '../support/content.ts';

/** The facts as a page of questions has them once they are loaded, by their ids. */
export const SHOWN_FACTS: ReadonlyMap<string, ShownFact> = new Map(
  readable(contentOf('facts').facts)
    .flatMap(({ value }) => value)
    .map(({ id, claim, as_of }) => [id, { claim, page: 'https://example.com/', asOf: as_of }]),
);
