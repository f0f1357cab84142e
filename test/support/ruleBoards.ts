import { readdirSync, readFileSync } from 'node:fs';
import type { Scenario } from '#model/scenario/action.ts';
import { parseRuleBoard } from '#model/content/ruleBoard.ts';
import { readText } from '#model/parse/text.ts';

const folder = new URL('../../content/boards/', import.meta.url);

/** The board of every rule, by the name of its file; throws where one cannot be read. */
export const RULE_BOARDS = readdirSync(folder).map((name): readonly [string, Scenario] => {
  const data = readText(readFileSync(new URL(name, folder), 'utf8'), 'yaml or json');
  const board = data.ok ? parseRuleBoard(data.value) : data;
  if (!board.ok) throw new Error(name);
  return [name, board.value.scenario];
});
