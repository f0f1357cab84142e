// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how HCL writes a template
import { foldable, getIndentation } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { highlightTree } from '@lezer/highlight';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeTo } from '#islands/sandbox/hcl/fieldExtensions.ts';
import { hclLanguage } from '#islands/sandbox/hcl/hclLanguage.ts';
import { hclHighlighter } from '#islands/sandbox/hcl/hclLook.ts';

/** Every word that has a colour, with the kind that it is coloured as. */
function coloured(text: string): string[] {
  const found: string[] = [];
  highlightTree(hclLanguage.language.parser.parse(text), hclHighlighter, (from, to, classes) => {
    found.push(`${classes.replaceAll('hcl-', '')} ${text.slice(from, to)}`);
  });
  return found;
}

const state = (doc: string) => EditorState.create({ doc, extensions: hclLanguage });

describe('what is coloured', () => {
  it.each<[string, string[]]>([
    [
      '# a\n// b\n/* c\nd */ e = 1',
      ['comment # a', 'comment // b', 'comment /* c', 'comment d */', 'attribute e', 'constant 1'],
    ],
    ['resource "tfe_workspace" "a" {', ['block resource', 'label "tfe_workspace"', 'label "a"']],
    ['locals {\n  a = true\n}', ['block locals', 'attribute a', 'constant true']],
    ['variable "x" { type = string }', ['block variable', 'label "x"', 'attribute type']],
    ['dynamic vcs_repo {}', ['block dynamic', 'label vcs_repo']],
    ['a = -1.5e3 + 2', ['attribute a', 'constant 1.5e3', 'constant 2']],
    ['a = null', ['attribute a', 'constant null']],
    ['a = b == c ? d : e', ['attribute a']],
    ['a = tfe_workspace.a.id', ['attribute a']],
    ['a = upper("x")', ['attribute a', 'function upper', 'string "x"']],
    ['a = provider::x::f(1)', ['attribute a', 'function provider', 'function x', 'function f', 'constant 1']],
    ['a = "b${c}d"', ['attribute a', 'string "b', 'template ${', 'template }', 'string d"']],
    [
      'a = "x${"in ${b}"}" # c',
      [
        'attribute a',
        'string "x',
        'template ${',
        'string "in ',
        'template ${',
        'template }',
        'string "',
        'template }',
        'string "',
        'comment # c',
      ],
    ],
    [
      'a = "%{ if b ~}y%{ endif }"',
      [
        'attribute a',
        'string "',
        'template %{',
        'keyword if',
        'template ~}',
        'string y',
        'template %{',
        'keyword endif',
        'template }',
        'string "',
      ],
    ],
    [
      'a = "$${b} \\" \\u00e9"',
      [
        'attribute a',
        'string "',
        'template $${',
        'string b} ',
        'template \\"',
        'string  ',
        'template \\u00e9',
        'string "',
      ],
    ],
    [
      'a = "${{ b = 1 }.b}"',
      ['attribute a', 'string "', 'template ${', 'attribute b', 'constant 1', 'template }', 'string "'],
    ],
    [
      'a = <<-EOT\n  b ${c}\n  EOT\nd = 1',
      [
        'attribute a',
        'template <<-EOT',
        'string   b ',
        'template ${',
        'template }',
        'template   EOT',
        'attribute d',
        'constant 1',
      ],
    ],
    [
      'a = <<EOT\nEOTX\n  # b\nEOT\nd = 1',
      [
        'attribute a',
        'template <<EOT',
        'string EOTX',
        'string   # b',
        'template EOT',
        'attribute d',
        'constant 1',
      ],
    ],
    [
      'a = [for s in b : s if s != null]',
      ['attribute a', 'keyword for', 'keyword in', 'keyword if', 'constant null'],
    ],
    ['a = {\n  for k, v in b : k => v\n}', ['attribute a', 'keyword for', 'keyword in']],
    [
      'a = { b = 1, "c" : 2, if : 3 }',
      ['attribute a', 'attribute b', 'constant 1', 'string "c"', 'constant 2', 'attribute if', 'constant 3'],
    ],
    ['for = 1\nin {\n}', ['attribute for', 'constant 1', 'block in']],
    ['a = "forgotten\nb = 1', ['attribute a', 'string "forgotten', 'attribute b', 'constant 1']],
    ['c {\n  a = [1,\n}\nb = 2', ['block c', 'attribute a', 'constant 1', 'attribute b', 'constant 2']],
    ['größe = 1', ['attribute größe', 'constant 1']],
  ])('%s', (text, expected) => {
    expect(coloured(text)).toEqual(expected);
  });

  it('ends every string and bracket of the configurations that other tests read', () => {
    const files = ['configurations', 'hcl', 'terraform'].flatMap((folder) =>
      readdirSync(`test/fixtures/${folder}`)
        .filter((name) => name.endsWith('.tf'))
        .map((name) => `test/fixtures/${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(20);
    // What follows looks as it does in a text of its own, so nothing is left open.
    const wrong = files.filter(
      (file) =>
        coloured(`${readFileSync(file, 'utf8')}\nlocals {\n  z = 7\n}\n`)
          .slice(-3)
          .join() !== 'block locals,attribute z,constant 7',
    );
    expect(wrong).toEqual([]);
  });
});

describe('what is folded', () => {
  const TEXT =
    'resource "a" "b" {\n  c = "{"\n  d = [\n    1,\n  ]\n  e = { f = 1 }\n  g = <<EOT\n  }\n  EOT\n}\n';
  it.each([
    ['a block, up to the brace that closes it', 1, 10],
    ['a list', 3, 5],
    ['a heredoc', 7, 9],
    ['no brace in quotes', 2, null],
    ['nothing that ends on its line', 6, null],
    ['no line without a bracket', 4, null],
  ])('%s', (_, line, last) => {
    const shown = state(TEXT);
    const { from, to } = shown.doc.line(line);
    const fold = foldable(shown, from, to);
    expect(fold === null ? null : shown.doc.lineAt(fold.to).number).toBe(last);
  });
});

describe('how the next line is indented', () => {
  it.each([
    ['in a block by two more', 'a {\n', 2],
    ['in a list of a block by four', 'a {\n  b = [\n', 4],
    ['after what is closed as before', 'a {\n}\n', 0],
    ['in what an interpolation holds', 'a = "${f(\n', 2],
  ])('%s', (_, text, expected) => {
    expect(getIndentation(state(text), text.length)).toBe(expected);
  });

  it('of a closing brace as that of its opening one', () => {
    expect(getIndentation(state('a {\n  b {\n    }'), 12)).toBe(2);
  });

  it('in a heredoc is left alone', () => {
    const text = 'a = <<EOT\n      b\n';
    expect(getIndentation(state(text), text.length)).toBeNull();
  });
});

describe('the change from one text to the next', () => {
  it.each([
    ['nothing', 'a\nb', 'a\nb', null],
    ['nothing where only the ends of lines differ', 'a\nb', 'a\r\nb', null],
    ['what is new in the middle', 'a\nc\n', 'a\nb\nc\n', { from: 2, to: 2, insert: 'b\n' }],
    ['what is gone at the end', 'aa', 'a', { from: 1, to: 2, insert: '' }],
    ['everything', 'a', 'b', { from: 0, to: 1, insert: 'b' }],
  ])('%s', (_, before, after, expected) => {
    expect(changeTo(state(before), after)).toEqual(expected);
  });
});
