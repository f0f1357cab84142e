import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseFacts } from '#model/content/fact.ts';
import type { ShownFact } from '#state/quiz/bank.ts';

const folder = join(import.meta.dirname, '../../content/facts');

/** The facts as a page of questions has them once they are loaded, by their ids. */
export const SHOWN_FACTS: ReadonlyMap<string, ShownFact> = new Map(
  readdirSync(folder).flatMap((name) => {
    const parsed = parseFacts(parse(readFileSync(join(folder, name), 'utf8')));
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
    return parsed.value.map(({ id, claim, as_of }) => [
      id,
      { claim, page: 'https://example.com/', asOf: as_of },
    ]);
  }),
);
