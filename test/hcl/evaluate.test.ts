import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { configure } from '#hcl/config/configuration.ts';
import { declarationsOf } from '#hcl/config/declarations.ts';
import { evaluate } from '#hcl/eval/evaluate.ts';
import { parseHcl } from '#hcl/syntax/parse.ts';
import { ID_MARK, Lookup, SetValue, Unknown, type Value } from '#hcl/eval/value.ts';

const parser = await loadHclParser();
const FILE = `
variable "env" { default = "prod" }
variable "open" {}
variable "sizes" {
  type = map(object({
    cpu  = number
    disk = optional(number, 10)
    note = optional(string)
  }))
  default = {
    big   = { cpu = "8", disk = 100, extra = true }
    small = { cpu = 1 }
  }
}
locals {
  list  = ["b", "a", "b"]
  map   = { z = 1, a = 2 }
  same  = local.list
  ring  = local.ring_
  ring_ = local.ring
}
resource "tfe_workspace" "one" {
  name         = "one-\${var.env}"
  organization = "acme"
}
resource "tfe_workspace" "each" {
  for_each = toset(local.list)
  name     = each.key
}
resource "tfe_workspace" "count" {
  count = 2
  name  = "c\${count.index}"
}
resource "tfe_organization" "o" { name = "acme" }
`;

/** The value of an expression beside `FILE`, as plain data. */
function computedBy(expression: string): unknown {
  const parsed = parseHcl(parser, 'a.tf', `${FILE}\nlocals {\n  result = ${expression}\n}\n`);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const declarations = declarationsOf([parsed.value], () => {});
  const configuration = configure(declarations, '', new Map(), () => {});
  const result = declarations.locals.get('result');
  return result === undefined ? undefined : plain(evaluate(result.value, configuration.scope));
}

function plain(value: Value): unknown {
  if (value instanceof Unknown) return `${value.wrong ? 'wrong' : 'unknown'}: ${value.reason}`;
  if (value instanceof SetValue) return { set: value.items.map(plain) };
  if (value instanceof Lookup) return `<${value.name}>`;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'string' ? value.replaceAll(ID_MARK, 'id:') : value;
}

const table = (title: string, rows: readonly (readonly [string, unknown])[]) =>
  describe(title, () => {
    it.each(rows)('%s', (expression, value) => {
      expect(computedBy(expression)).toEqual(value);
    });
  });

table('literals and operators', [
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['-1 - -2', 1],
  ['7 % 4', 3],
  ['1 / 0', 'wrong: a division by zero'],
  ['"3" + 1', 4],
  ['1 < 2 && !(2 <= 1)', true],
  ['true ? "yes" : var.open', 'yes'],
  ['null == null', true],
  ['[1, "a"] == [1, "a"]', true],
  ['{ a = 1 } != { a = 2 }', true],
  ['false && var.open', false],
  ['var.open || true', true],
  ['var.open == 1', 'unknown: variable open has no default in the files'],
]);

table('texts and templates', [
  ['"a$\u007bvar.env}b"', 'aprodb'],
  ['"$\u007b["x"]}"', ['x']],
  ['"$$\u007bvar.env} %%\u007bif}"', '$\u007bvar.env} %\u007bif}'],
  ['"\\t\\"\\\\\\u00e9\\n"', '\t"\\é\n'],
  ['"%\u007bif var.env == "prod"}live%\u007belse}test%\u007bendif}"', 'live'],
  ['"%\u007bfor k, v in local.map}$\u007bk}=$\u007bv};%\u007bendfor}"', 'a=2;z=1;'],
  ['"a   $\u007b~ var.env ~}   b"', 'aprodb'],
  ['<<EOT\n  a\n    $\u007bvar.env}\nEOT', '  a\n    prod\n'],
  ['<<-EOT\n    a\n      b $\u007bvar.env}\n\n    c\n  EOT', 'a\n  b prod\n\nc\n'],
  ['"$\u007bvar.open}-x"', 'unknown: variable open has no default in the files'],
  ['"$\u007blocal.list}-x"', 'wrong: a list cannot be used as a text'],
]);

table('collections', [
  ['[for s in local.list : upper(s)]', ['B', 'A', 'B']],
  ['[for i, s in local.list : "$\u007bi}$\u007bs}" if s == "b"]', ['0b', '2b']],
  ['{ for k, v in local.map : v => k }', { 1: 'z', 2: 'a' }],
  ['{ for s in local.list : s => 1... }', { a: [1], b: [1, 1] }],
  ['{ for s in local.list : s => 1 }', 'wrong: two elements give the key "b"'],
  ['[for v in var.sizes : v.disk]', [100, 10]],
  ['var.sizes["small"]', { cpu: 1, disk: 10, note: null }],
  ['local.map.z', 1],
  ['local.map["q"]', 'wrong: there is no key "q", known are "a", "z"'],
  ['local.list[1]', 'a'],
  ['local.list.0', 'b'],
  ['local.list[9]', 'wrong: there is no element [9], there are 3'],
  ['[{ a = { b = 1 } }, { a = { b = 2 } }][*].a.b', [1, 2]],
  ['null[*].id', []],
  ['{ a = 1, "b c" : 2, (var.env) = 3 }', { a: 1, 'b c': 2, prod: 3 }],
]);

table('functions', [
  ['toset(local.list)', { set: ['b', 'a'] }],
  ['tolist(toset(local.list))', ['a', 'b']],
  ['tomap({ a = 1 })', { a: 1 }],
  ['lookup(local.map, "z", 0)', 1],
  ['lookup(local.map, "q", 0)', 0],
  ['lookup(local.map, "q")', 'wrong: lookup: there is no key "q" and no default'],
  ['merge({ a = 1 }, null, { a = 2, b = 3 })', { a: 2, b: 3 }],
  ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
  ['flatten([[1, [2]], 3])', [1, 2, 3]],
  ['concat([1], ["a"])', [1, 'a']],
  ['keys(local.map)', ['a', 'z']],
  ['values(local.map)', [2, 1]],
  ['length("añb")', 3],
  ['length(local.map)', 2],
  ['format("%s-%03d %q %5.1f|%-4s|%t%%", "a", 7, "b", 1.25, "c", true)', 'a-007 "b"   1.3|c   |true%'],
  ['format("%s", var.open)', 'unknown: variable open has no default in the files'],
  ['formatlist("%s.%s", ["a", "b"], "x")', ['a.x', 'b.x']],
  ['join("-", ["a", "b"], ["c"])', 'a-b-c'],
  ['split(",", "a,b")', ['a', 'b']],
  ['lower(upper("Ab"))', 'ab'],
  ['title("hello world")', 'Hello World'],
  ['replace("a.b.c", ".", "-")', 'a-b-c'],
  ['replace("a1b2", "/[0-9]/", "_")', 'a_b_'],
  ['trimspace("  a ")', 'a'],
  ['trimprefix("app-x", "app-")', 'x'],
  ['element(["a", "b"], 3)', 'b'],
  ['contains(local.list, "a")', true],
  ['contains(["a", var.open], "z")', 'unknown: variable open has no default in the files'],
  ['distinct(local.list)', ['b', 'a']],
  ['sort(local.list)', ['a', 'b', 'b']],
  ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
  [
    'setproduct(["a", "b"], [1, 2])',
    [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ],
  ],
  ['setsubtract(["a", "b"], ["a"])', { set: ['b'] }],
  ['coalesce(null, "", "a")', 'a'],
  ['try(local.map.q, "none")', 'none'],
  ['try(var.open, "none")', 'unknown: variable open has no default in the files'],
  ['can(local.map.q)', false],
  ['can(local.map.z)', true],
  ['jsonencode({ b = [1, "<"], a = null })', '{"a":null,"b":[1,"\\u003c"]}'],
  ['jsondecode("{\\"a\\": [1, true]}")', { a: [1, true] }],
  ['range(3)', [0, 1, 2]],
  ['compact(["a", "", null])', ['a']],
  ['slice(local.list, 1, 3)', ['a', 'b']],
  ['substr("hello", 1, 3)', 'ell'],
  ['one([1, 2])', 'wrong: one: there is more than one element'],
  ['max(1, 3, 2)', 3],
  ['regex("([a-z]+)-([0-9]+)", "app-12")', ['app', '12']],
  ['timestamp()', 'unknown: the function timestamp is not computed here'],
  ['upper("a", "b")', 'wrong: upper is called with 2 arguments, it takes 1'],
]);

table('references', [
  ['tfe_workspace.one.name', 'one-prod'],
  ['tfe_workspace.one.id', 'id:tfe_workspace.one'],
  ['tfe_workspace.one', '<tfe_workspace.one>'],
  ['tfe_workspace.each["a"].name', 'a'],
  ['[for k, w in tfe_workspace.each : w.id]', ['id:tfe_workspace.each["a"]', 'id:tfe_workspace.each["b"]']],
  [
    'tfe_workspace.each.id',
    'wrong: tfe_workspace.each has for_each, so an instance must be chosen, such as tfe_workspace.each["a"].id',
  ],
  ['tfe_workspace.each["c"].id', 'wrong: there is no instance "c" of tfe_workspace.each, known are "a", "b"'],
  ['tfe_workspace.count[*].name', ['c0', 'c1']],
  ['tfe_workspace.count.*.name[1]', 'c1'],
  [
    'tfe_workspace.count.id',
    'wrong: a list has no attribute id: it has count, so one of them must be chosen, such as [0]',
  ],
  ['tfe_workspace.one[0].id', 'wrong: tfe_workspace.one has neither count nor for_each, so no instance [0]'],
  ['tfe_workspace.none.id', 'wrong: the files declare no tfe_workspace.none'],
  ['tfe_workspace.one.html_url', 'unknown: tfe_workspace.one.html_url is not in the files'],
  ['tfe_organization.o.id', 'acme'],
  ['local.ring', 'wrong: local.ring needs its own value'],
  ['local.none', 'wrong: the files declare no local none'],
  ['module.m.x', 'unknown: module.m is not followed'],
  ['each.key', 'wrong: each is used outside of a block with for_each'],
]);

describe('what multiplies without end', () => {
  it('is given up', () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `a${i + 1} = concat(local.a${i}, local.a${i})`);
    const text = `locals {\na0 = [1]\n${doubling.join('\n')}\n}\n`;
    const parsed = parseHcl(parser, 'a.tf', text);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const declarations = declarationsOf([parsed.value], () => {});
    const { scope } = configure(declarations, '', new Map(), () => {});
    const last = declarations.locals.get('a40');
    expect(last && plain(evaluate(last.value, scope))).toBe('unknown: concat gives too much');
  });
});
