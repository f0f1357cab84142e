import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Observer } from '#engine/rules/rule.ts';
import { RULES } from '#engine/rules/index.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { parseRuleBoard } from '#model/content/ruleBoard.ts';
import { readText } from '#model/parse/text.ts';

const folder = new URL('../../content/boards/', import.meta.url);
const files = readdirSync(folder);

function load(name: string) {
  const data = readText(readFileSync(new URL(name, folder), 'utf8'), 'yaml or json');
  if (!data.ok) throw new Error(`${name}: ${JSON.stringify(data.problems)}`);
  const board = parseRuleBoard(data.value);
  if (!board.ok) throw new Error(board.problems.map((p) => `${name}:${p.path}: ${p.message}`).join('\n'));
  return board.value;
}

describe('boards of the rule book', () => {
  it('AC 60: has one for each rule', () => {
    expect(files.toSorted()).toEqual(RULES.map((rule) => `${rule.id}.yaml`).toSorted());
  });

  it('has another title for each board of a page, so that a list of regions tells them apart', () => {
    const titles = RULES.map(({ id, fact }) => `${fact}: ${load(`${id}.yaml`).title}`);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  it.each(files)('%s: its rule stops something on it, within a few runs', (name) => {
    const board = load(name);
    const stopped = new Set<string>();
    const observer: Observer = {
      asked: (_point, _context, _rules, stop) => {
        if (stop !== null) stopped.add(stop.rule.id);
      },
      waives: () => false,
    };
    const simulated = simulate(board.scenario, observer);
    expect(simulated.ok).toBe(true);
    expect(`${board.rule}.yaml`).toBe(name);
    expect([...stopped]).toContain(board.rule);
    expect(simulated.ok && simulated.value.result.runs.length).toBeLessThanOrEqual(4);
  });
});
