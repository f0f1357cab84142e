import { describe, expect, it } from 'vitest';
import { parseScenario } from '#model/scenario/action.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { MISCONCEPTIONS } from '#quiz/misconceptions/index.ts';
import { BELIEFS } from '#quiz/misconceptions/sentence.ts';
import { BANK } from '../content/bank.ts';

const offered = BANK.flatMap(([, question]) => {
  const options = 'options' in question ? question.options : 'palette' in question ? question.palette : [];
  return options.map((option) => ({ question, option }));
});
/** `VS-07` → `VS`: facts of one kind share their letters. */
const kindOf = (fact: string): string => fact.replace(/-.*/, '');

describe('the belief behind an option', () => {
  it('is about the same kind of fact as the option: variable sets are no answer about permissions', () => {
    const misfits = offered.flatMap(({ question, option }) => {
      const belief = MISCONCEPTIONS.find(({ id }) => id === option.misconception);
      const kinds = new Set([...option.facts, ...question.rules].map(kindOf));
      return belief === undefined || belief.facts.some((fact) => kinds.has(kindOf(fact)))
        ? []
        : [`${question.id} ${option.id}: ${belief.id}`];
    });
    expect(misfits).toEqual([]);
  });

  it('is one that a question or the simulator still uses', () => {
    const used = new Set<string | null>([
      ...offered.map(({ option }) => option.misconception),
      ...MISCONCEPTIONS.map(({ id }) => id),
    ]);
    expect(BELIEFS.filter((belief) => !used.has(belief))).toEqual([]);
  });
});

it('the triggers that a question offers can be drawn on its board one after the other, with no cycle', () => {
  const refused = BANK.flatMap(([, question]) => {
    if (!('options' in question) || !question.figure?.layout) return [];
    const create = question.options.flatMap(({ text }) => {
      const [, sourceable, workspace] = /^`([\w-]+)` → `([\w-]+)`$/.exec(text) ?? [];
      return sourceable === undefined ? [] : [{ type: 'create_run_trigger', sourceable, workspace }];
    });
    const board = parseScenario({ layout: question.figure.layout, actions: create });
    const played = board.ok ? simulate(board.value) : null;
    if (!played?.ok) return [];
    return played.value.result.rejections.filter(({ rule }) => rule === 'CY-11').map(() => question.id);
  });
  expect(refused).toEqual([]);
});
