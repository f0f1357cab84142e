import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { cases } from '../arbitraries/scenario.ts';

const parser = await loadHclParser();

describe('a layout, written as HCL and read back', () => {
  it('AC 27: is the same layout, in the same order', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(layoutArb, (layout) => {
        const text = exportLayout(layout);
        const imported = importLayout([{ name: 'export.tf', text }], parser);
        expect(imported).toStrictEqual({ layout, problems: [] });
      }),
      cases(1000),
    );
  });
});
