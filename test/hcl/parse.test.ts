import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseWithGo } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { parseHcl } from '#hcl/syntax/parse.ts';
import { cases } from '../arbitraries/scenario.ts';

const parser = await loadHclParser();
const FOLDER = 'test/fixtures/hcl';
const fixtures = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.tf'))
  .map((file) => ({ file, text: readFileSync(`${FOLDER}/${file}`, 'utf8') }));
const problemOf = (text: string) => {
  const parsed = parseHcl(parser, 'a.tf', text);
  return parsed.ok ? null : parsed.problems.map((p) => `${p.line}:${p.column}: ${p.message}`);
};
/** HashiCorp's own parser: the line of its first problem, or null. */
async function lineOfGo(text: string): Promise<number | null> {
  try {
    await parseWithGo('x.tf', text);
    return null;
  } catch (error) {
    return Number(/x\.tf:(\d+)/.exec(String(error))?.[1] ?? 0);
  }
}

const BITS = [
  '{',
  '}',
  '"',
  '=',
  '\n',
  '[',
  ']',
  '$\u007b',
  'x',
  ' ',
  ',',
  '#',
  '(',
  ')',
  '1',
  '.',
  '?',
  '<<EOT\n',
  '%\u007b',
  '\\',
  "'",
];
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const edited = fc
  .record({
    fixture: fc.constantFrom(...fixtures),
    at: position,
    edit: fc.oneof(fc.constant('delete'), fc.constant('line'), fc.constantFrom(...BITS)),
  })
  .map(({ fixture: { text }, at, edit }) => {
    const i = Math.floor(at * text.length);
    if (edit === 'delete') return text.slice(0, i) + text.slice(i + 1);
    if (edit !== 'line') return text.slice(0, i) + edit + text.slice(i);
    const lines = text.split('\n');
    return lines.filter((_, n) => n !== Math.floor(at * lines.length)).join('\n');
  });

describe('parseHcl and the parser of Terraform', () => {
  it.each(fixtures)('both read $file', async ({ text }) => {
    expect(problemOf(text)).toBeNull();
    expect(await lineOfGo(text)).toBeNull();
  });

  it('agree on what is HCL, whatever is edited', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(edited, async (text) => {
        expect(problemOf(text) === null).toBe((await lineOfGo(text)) === null);
      }),
      cases(300),
    );
  });

  it('call the same line in nine of ten cases', { timeout: 600_000 }, async () => {
    let [all, near] = [0, 0];
    for (const text of fc.sample(edited, { ...cases(300), seed: 11 })) {
      const line = await lineOfGo(text);
      if (line === null) continue;
      all++;
      if (Math.abs(line - Number(problemOf(text)?.[0]?.split(':')[0])) <= 1) near++;
    }
    expect(all).toBeGreaterThan(50);
    expect(near / all).toBeGreaterThan(0.88);
  });
});

describe('a mistake is reported once, where it is', () => {
  it.each([
    ['a = 1 b = 2\n', '1:7: must be on a line of its own, a new line is missing before it'],
    ['x {\n  a = 1\n  a = 2\n}\n', '3:3: a is set twice, it may be set once'],
    ['x {\n  a = "open\n}\ny {}\n', '2:7: starts a text that is not closed on its line, " is missing'],
    ['x {\n  y {\n    a = 1\n}\n', '1:1: starts a block that is not closed, } is missing'],
    ['x {}\n}\n', '2:1: must be an argument or a block, it starts with neither'],
    ['x {\n  a =\n}\n', '2:3: a has no value'],
    ['x { y {} }\n', '1:5: must be one argument: the block is on one line'],
    ['x {\n  a = [1, 2\n}\n', '3:1: is a }, but the [ of line 2 must be closed with ] first'],
    ['a = 1)\n', '1:6: is a ) that closes nothing'],
    ['a = [1\n', '1:5: opens a [ that is not closed'],
    ["a = 'text'\n", '1:5: has the character "\'", which HCL does not use'],
    ['a = <<EOT\n  text\n', '1:5: starts a text that is not closed, a line with EOT is missing'],
    ['/* open\n', '1:1: starts a comment that is not closed, */ is missing'],
    ['a = { b = 1 c = 2 }\n', '1:13: must be after a comma or on a new line'],
    ['resource "x" "y"\n', '1:1: resource is followed by neither = nor {'],
    ['a = "\u0000"\n', '1:6: is not text: it holds a control character'],
    ['\n\na = 1 +\n', '3:8: is not HCL here'],
  ])('%j', (text, problem) => {
    const found = problemOf(text);
    expect(found).toHaveLength(1);
    expect(found?.[0]).toContain(problem);
  });

  it('nothing in a text with a byte order mark, CRLF and comments everywhere', () => {
    expect(
      problemOf('\uFEFF# a\r\nx "y" /* b */ { // c\r\n  a = 1 # d\r\n  b = [ # e\r\n    2,\r\n  ]\r\n}'),
    ).toBeNull();
  });

  it.each([
    ['brackets', `a = ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
    ['parentheses', `a = ${'('.repeat(10_000)}1${')'.repeat(10_000)}\n`],
    ['blocks', `${'a {\n'.repeat(10_000)}${'}\n'.repeat(10_000)}`],
    ['templates', `a = ${'"$\u007b'.repeat(10_000)}1${'}"'.repeat(10_000)}\n`],
    ['operators', `a = ${'!'.repeat(10_000)}true\n`],
    ['sums', `a = ${'1 + '.repeat(10_000)}1\n`],
    ['conditions', `a = ${'x ? 1 : '.repeat(5_000)}2\n`],
    ['brackets that stay open', `a = ${'['.repeat(10_000)}`],
  ])('10000 %s one in the other are a problem, not a crash', (_, text) => {
    expect(problemOf(text)?.[0]).toContain('is nested deeper than 100 levels');
  });

  it('a text that is too long', () => {
    expect(problemOf('#'.repeat(2_000_001))).toEqual([
      '1:1: is too long, at most 2000000 characters are read',
    ]);
  });
});
