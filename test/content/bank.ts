import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseQuestion, type Question } from '#model/quiz/question.ts';

// Not by address: in a test of an island this module has one of the web.
const folder = join(import.meta.dirname, '../../content/questions');

/** The questions of the bank, each with its file's name. */
export const BANK = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Question] => {
    const parsed = parseQuestion(parse(readFileSync(join(folder, name), 'utf8')));
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
    return [name, parsed.value];
  });

/** @param name such as `firing/build-quiet-target` */
export function questionIn(name: string): Question {
  const found = BANK.find(([file]) => file === `${name}.yaml`);
  if (found === undefined) throw new Error(`no question ${name}`);
  return found[1];
}
