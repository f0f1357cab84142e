import { readdirSync, readFileSync } from 'node:fs';
import { basename, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Folders with a file for each thing of one kind. All of these files export the parts that the kind has, by the same names. */
const KINDS: Record<string, RegExp> = {
  'an edit of the board, see EditModule': /^src\/model\/edits\/\w+\.ts$/,
  'an address of the built site, which Astro asks for what it answers': /^src\/pages\//,
};

/** Folders whose files are named after what the folder has one of, so that a name says more with its folder. */
const NAMED_BY_FOLDER = [
  'cli/commands',
  'cli/scaffolds',
  'engine/levels/goals',
  'hcl/export/writers',
  'hcl/import/readers',
  'pages',
  'quiz/misconceptions',
];

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => posix.join('src', path.replaceAll('\\', '/')))
  .filter((path) => /\.(ts|tsx)$/.test(path))
  .sort();

/** The names that a file declares and exports; what it only passes on is declared elsewhere. */
function declaredIn(path: string, code: string): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const names = new Set<string>();
  for (const statement of ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, false, kind).statements) {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) !== true) continue;
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations)
        if (ts.isIdentifier(name)) names.add(name.text);
    } else if ('name' in statement && statement.name !== undefined)
      names.add((statement.name as ts.Identifier).text);
  }
  return [...names];
}

/** Names that several files declare, with these files; those of one kind count as one file. */
function homonyms(files: readonly (readonly [path: string, code: string])[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const [path, code] of files) {
    const kind = Object.entries(KINDS).find(([, pattern]) => pattern.test(path));
    for (const name of declaredIn(path, code))
      places.set(name, (places.get(name) ?? new Set()).add(kind?.[0] ?? path));
  }
  return [...places]
    .filter(([, where]) => where.size > 1)
    .map(([name, where]) => `${name}: ${[...where].join(', ')}`);
}

describe('an exported name has two meanings', () => {
  it.each([
    ['export const refused = 1;', 'export function refused() {}'],
    ['export interface Level {}', 'export const Level = () => null;'],
    ['export const one = 1, Level = 2;', 'export default class Level {}'],
  ])('in %s and %s', (a, b) => {
    expect(
      homonyms([
        ['src/hcl/a.ts', a],
        ['src/quiz/b.ts', b],
      ]),
    ).toHaveLength(1);
  });

  it.each([
    ['src/quiz/b.ts', 'const apply = 1;'],
    ['src/quiz/b.ts', "export { apply } from '../model/edits/lock.ts';"],
    ['src/model/edits/share.ts', 'export const apply = 1;'],
  ])('but not in src/model/edits/lock.ts and %s: %s', (path, code) => {
    expect(
      homonyms([
        ['src/model/edits/lock.ts', 'export const apply = 2;'],
        [path, code],
      ]),
    ).toEqual([]);
  });
});

describe('src', () => {
  it('has no exported name with two meanings', () => {
    const files = paths.map((path) => [path, readFileSync(path, 'utf8')] as const);
    expect(files.flatMap(([path, code]) => declaredIn(path, code)).length).toBeGreaterThan(500);
    expect(homonyms(files)).toEqual([]);
  });

  it('has no file name with two meanings', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const path of paths) {
      const name = basename(path);
      if (name === 'index.ts' || NAMED_BY_FOLDER.some((folder) => path.startsWith(`src/${folder}/`)))
        continue;
      const before = seen.get(name);
      if (before !== undefined) twice.push(`${before}, ${path}`);
      seen.set(name, path);
    }
    expect(twice).toEqual([]);
  });
});
