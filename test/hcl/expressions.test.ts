import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configure } from '#hcl/config/configuration.ts';
import { declarationsOf } from '#hcl/config/declarations.ts';
import { evaluate } from '#hcl/eval/evaluate.ts';
import { parseHcl } from '#hcl/syntax/parse.ts';
import { ID_MARK, SetValue, Unknown, type Value } from '#hcl/eval/value.ts';
import { parser } from './importing.ts';

const FOLDER = 'test/fixtures/terraform';
const FILE = readFileSync(`${FOLDER}/main.tf`, 'utf8');
/** Expressions with what Terraform 1.11.4 plans for them; "(unknown)" is what it knows only after the apply. */
const ROWS: readonly (readonly [string, unknown])[] = JSON.parse(
  readFileSync(`${FOLDER}/expressions.json`, 'utf8'),
);

/** Where we answer something else, on purpose. */
const OTHERWISE = new Map<string, unknown>([
  // From Terraform 1.12 on, one side decides.
  ['terraform_data.open.id == "x" || true', true],
  ['terraform_data.open.id == "x" && false', false],
  // Terraform waits for what is unknown, even where it cannot change the answer any more.
  ['terraform_data.open.id == terraform_data.open.id', true],
  ['[terraform_data.open.id, "a"] == ["x", "b"]', false],
  ['can(terraform_data.open.id)', true],
  ['try({ a = terraform_data.open.id }, null) != null', true],
  [
    'merge([for p in { x = { w = { s = terraform_data.open.id } }, y = {} } : p.w if try(p.w, null) != null]...)',
    { s: '(unknown)' },
  ],
  // Not computed here.
  ['length(terraform_data.open.id == "x" ? ["a"] : ["b"])', '(unknown)'],
  ['cidrsubnet("10.0.0.0/8", 8, 3) == "10.3.0.0/16"', '(unknown)'],
  ['contains(["a"], null)', false],
]);

function plain(value: Value): unknown {
  if (value instanceof Unknown) return value.wrong ? '(error)' : '(unknown)';
  if (value instanceof SetValue) return value.items.map(plain).sort();
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'string' && value.includes(ID_MARK) ? '(unknown)' : value;
}

function computed(expression: string): unknown {
  const parsed = parseHcl(parser, 'a.tf', `${FILE}\nlocals {\n  result = ${expression}\n}\n`);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const declarations = declarationsOf([parsed.value], () => {});
  const result = declarations.locals.get('result');
  const { scope } = configure(declarations, '', new Map(), () => {});
  return result === undefined ? undefined : plain(evaluate(result.value, scope));
}

describe('expressions give what Terraform gives', () => {
  it.each(ROWS)('%s', (expression, given) => {
    expect(computed(expression)).toEqual(OTHERWISE.has(expression) ? OTHERWISE.get(expression) : given);
  });

  it('what we answer otherwise is in the table', () => {
    for (const expression of OTHERWISE.keys()) expect(ROWS.map(([row]) => row)).toContain(expression);
  });
});

const merged = (value: unknown, open: unknown): unknown => {
  if (open === true) return '(unknown)';
  if (typeof open !== 'object' || open === null) return value;
  if (Array.isArray(open))
    return open
      .map((inner, i) => merged(Array.isArray(value) ? value[i] : null, inner))
      .concat(Array.isArray(value) ? value.slice(open.length) : []);
  const held = typeof value === 'object' && value !== null ? value : {};
  return {
    ...held,
    ...Object.fromEntries(
      Object.entries(open).map(([key, inner]) => [key, merged(Reflect.get(held, key), inner)]),
    ),
  };
};

function terraform(...words: string[]): string {
  return execFileSync('terraform', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
const version = (() => {
  try {
    return /^Terraform v(\d+\.\d+)/.exec(terraform('version'))?.[1] ?? null;
  } catch {
    return null;
  }
})();

describe.skipIf(version !== '1.11')('the table, where Terraform 1.11 is installed', () => {
  it('is what it plans', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'expressions-'));
    try {
      cpSync(FOLDER, folder, { recursive: true });
      const right = ROWS.filter(([, given]) => given !== '(error)');
      const outputs = right.map(([row], i) => `output "e_${i}" {\n  value = ${row}\n}\n`);
      writeFileSync(join(folder, 'outputs.tf'), outputs.join(''));
      terraform(`-chdir=${folder}`, 'init', '-input=false');
      terraform(`-chdir=${folder}`, 'plan', '-input=false', '-out=plan');
      const shown: { output_changes: Record<string, { after?: unknown; after_unknown: unknown }> } =
        JSON.parse(terraform(`-chdir=${folder}`, 'show', '-json', 'plan'));
      const planned = right.map(([row], i) => {
        const change = shown.output_changes[`e_${i}`];
        return [
          row,
          change === undefined ? null : (merged(change.after ?? null, change.after_unknown) ?? null),
        ];
      });
      expect(planned).toEqual(right);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
