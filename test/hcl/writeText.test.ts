import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { keptParts } from '#hcl/keep/keptParts.ts';
import { sameBoard } from '#hcl/keep/sameBoard.ts';
import { rewriteText, writeText as write } from '#hcl/keep/writeText.ts';
import type { Layout } from '#model/layout/layout.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { cases } from '../arbitraries/scenario.ts';

const parser = await loadHclParser();
const writeText = (...given: Parameters<typeof write>): string => write(...given).text;
const read = (text: string) => importLayout([{ name: 'board.tf', text }], parser);
const layoutOf = (text: string): Layout => {
  const { layout } = read(text);
  if (layout === null) throw new Error('no layout');
  return layout;
};

/** Unknown blocks and comments, each with a number of its own so that none is taken for another. */
const UNKNOWN: ((n: number) => string)[] = [
  (n) => `# a note ${n}`,
  (n) => `// a note ${n}`,
  (n) => `/* a note ${n}\n   on two lines */`,
  (n) => `resource "aws_vpc" "v${n}" {\n  cidr = "10.0.${n}.0/24" # inside\n}`,
  (n) => `variable "v${n}" {\n  default = <<EOT\nlast ${n}\n\n\n# no comment\nEOT\n}`,
  (n) => `locals {\n  l${n} = 1\n}`,
  (n) => `resource "tfe_notification_configuration" "n${n}" {\n  name = "n${n}"\n}`,
];

/** A text of a layout with such things put before its blocks and between the lines inside of them. */
const written = fc
  .record({
    layout: layoutArb,
    outside: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 6 }),
    inside: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 })), { maxLength: 6 }),
  })
  .map(({ layout, outside, inside }) => {
    const blocks = exportLayout(layout).split(/\n(?=\n(?:# runchain|resource|terraform))/);
    const parts: string[] = [];
    for (const [i, [at, which, glued]] of outside.entries()) {
      const part = UNKNOWN[which % UNKNOWN.length]?.(i) ?? '';
      parts.push(part);
      const place = at % (blocks.length + 1);
      if (place === blocks.length) blocks.push(`\n${part}`);
      else blocks[place] = `${part}\n${glued ? '' : '\n'}${blocks[place]?.replace(/^\n/, '')}`;
    }
    const lines = blocks.join('\n').split('\n');
    for (const [i, [at, form]] of inside.entries()) {
      const arguments_ = lines.flatMap((line, n) =>
        /^ {2}[a-z_]+ += /.test(line) && !line.includes('<<') ? [n] : [],
      );
      const n = arguments_[at % Math.max(1, arguments_.length)];
      if (n === undefined) continue;
      const text = `# inner note ${i}`;
      if (form === 0) lines.splice(n, 0, `  ${text}`);
      else if (form === 1 && !/[[{]$|#/.test(lines[n] ?? '')) lines[n] = `${lines[n]} ${text}`;
      else lines.splice(n, 0, `  description_${i} = "kept"`);
      parts.push(form === 0 || (form === 1 && lines[n]?.includes(text)) ? text : `description_${i}`);
    }
    return { layout, text: lines.join('\n'), parts: parts.filter((part) => lines.join('\n').includes(part)) };
  });

describe('a text that keeps what a layout has no place for', () => {
  it('AC 27: says the same layout, and has every comment and unknown block once', {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(written, ({ text, parts }) => {
        const layout = layoutOf(text);
        const again = writeText(layout, text, parser);
        expect(sameBoard(layoutOf(again), layout)).toBe(true);
        for (const part of parts)
          expect(again.split(part).length, `${part}\n${text}\n-----\n${again}`).toBe(2);
      }),
      cases(120),
    );
  });

  it('is stable: what was written is written again as it is', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        const layout = layoutOf(text);
        const once = writeText(layout, text, parser);
        expect(writeText(layout, once, parser)).toBe(once);
      }),
      cases(60),
    );
  });

  // Another board is so different that it's written anew; before that `writeText` looks for small changes in vain,
  // which takes twenty times as long, so fewer boards go that way.
  it.each([
    ['written anew', 60, (layout: Layout, text: string) => rewriteText(layout, text, parser).text],
    ['written', 10, (layout: Layout, text: string) => writeText(layout, text, parser)],
  ])(
    'keeps them for another board too, whatever its blocks are: %s',
    {
      timeout: 600_000,
    },
    (_, usual, writeFor) => {
      fc.assert(
        fc.property(written, layoutArb, ({ text, parts }, other) => {
          const again = writeFor(other, text);
          expect(sameBoard(layoutOf(again), other)).toBe(true);
          for (const part of parts.filter((kept) => !kept.startsWith('description')))
            expect(again).toContain(part);
        }),
        cases(usual),
      );
    },
  );

  it('is the plain text where nothing was written', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(layoutArb, (layout) => {
        const plain = exportLayout(layout);
        expect(writeText(layout, null, parser)).toBe(plain);
        expect(writeText(layout, plain, parser)).toBe(plain);
        expect(keptParts(parser, plain)).toEqual([]);
      }),
      cases(60),
    );
  });
});
