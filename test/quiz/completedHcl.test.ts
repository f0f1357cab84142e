import { expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { generate } from '#quiz/generators/index.ts';

const parser = await loadHclParser();

it('the configuration of complete-hcl, with its gap filled in, makes the board: triggers and shares included', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const item = generate('complete-hcl', seed);
    if (item?.question.type !== 'fill') throw new Error(`no gap in ${seed}`);
    const { figure, accepted } = item.question;
    const text = figure?.hcl?.replace('____', accepted[0] ?? '') ?? '';
    const read = importLayout([{ name: 'board.tf', text }], parser);
    expect(read.problems, String(seed)).toEqual([]);
    expect(read.layout, String(seed)).toEqual(item.scenario?.layout);
    expect(item.scenario?.layout.run_triggers.length, String(seed)).toBeGreaterThan(0);
  }
});
