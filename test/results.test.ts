import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** Where a text stands beside something else in a type, and is a value itself and not a message. */
const VALUES: Readonly<Record<string, string>> = {
  'quiz/exchange/statements.ts extensions': 'what the standard lets an extension be',
  'islands/sandbox/files/gather.ts content': 'the content of a file, as text or as bytes',
  'islands/sandbox/hcl/messages.ts content': 'the content of a file, as text or as bytes',
  'islands/workbench/controls/Select.tsx Option': 'an option that is its own label',
  'islands/builder/forms/fields.tsx options': 'an option that is its own label',
  'islands/status/download.ts content': 'the content of a file, as text or as bytes',
};

/** What may stand beside a text without making it a message: nothing, or another text. */
const isPlain = (type: ts.TypeNode): boolean =>
  type.kind === ts.SyntaxKind.StringKeyword ||
  type.kind === ts.SyntaxKind.UndefinedKeyword ||
  (ts.isLiteralTypeNode(type) &&
    (type.literal.kind === ts.SyntaxKind.NullKeyword || ts.isStringLiteral(type.literal)));

/** The name of what a type belongs to: a function, a field, a type, a parameter. */
function ownerOf(node: ts.Node): string {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (
      (ts.isFunctionDeclaration(parent) ||
        ts.isTypeAliasDeclaration(parent) ||
        ts.isPropertySignature(parent) ||
        ts.isParameter(parent) ||
        ts.isVariableDeclaration(parent)) &&
      parent.name !== undefined
    )
      return parent.name.getText();
  }
  return '';
}

/** Each `Something | string` of a text, by the name of what it belongs to. */
function textsBeside(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isUnionTypeNode(node) &&
      node.types.some((type) => type.kind === ts.SyntaxKind.StringKeyword) &&
      !node.types.every(isPlain)
    )
      found.add(`${path} ${ownerOf(node)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

it('says why something came to nothing by a code (Result), and not by a message in place of the value', () => {
  const found = ['state', 'islands', 'quiz', 'cli'].flatMap((folder) =>
    readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => textsBeside(path, readFileSync(`src/${path}`, 'utf8'))),
  );
  expect(found.sort()).toEqual(Object.keys(VALUES).sort());
});

it('would find one', () => {
  const text = 'async function load(): Promise<Item | null | string> { return null; }';
  expect(textsBeside('a.ts', text)).toEqual(['a.ts load']);
  expect(textsBeside('a.ts', "type A = string | null; type B = 'a' | string;")).toEqual([]);
});
