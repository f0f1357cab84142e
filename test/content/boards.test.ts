import { describe, expect, it } from 'vitest';
import type { Observer } from '#engine/rules/rule.ts';
import { RULES } from '#engine/rules/index.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { contentOf, readable } from '../support/content.ts';

const boards = new Map(
  readable(contentOf('boards').boards).map(({ path, value }) => [path.replace('content/boards/', ''), value]),
);
const files = [...boards.keys()];

function load(name: string) {
  const board = boards.get(name);
  if (board === undefined) throw new Error(`no board ${name}`);
  return board;
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
