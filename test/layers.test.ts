import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LAYERS, PURE } from './support/layerTable.ts';

/** Each with its reason. */
const EXCEPTIONS: Record<string, string> = {
  'src/components/figure/figureBoards.ts #state/boards/shareLink.ts':
    'a share link is text, written while the page is built: it works where no script does',
  'src/components/page/themeToggle.ts #state/app/theme.ts':
    'a script in the page, which is to Astro what an island is to React',
  'src/components/page/offline.ts #state/app/offlineCopy.ts': 'as themeToggle.ts',
  'src/components/page/keptNotice.ts #state/app/notices.ts': 'as themeToggle.ts',
  'src/components/lesson/lessonMarks.ts #state/progress/readCopy.ts': 'as themeToggle.ts',
  'src/components/lesson/lessonMarks.ts #state/progress/readLessons.ts':
    'as themeToggle.ts, and only once it is needed',
  'src/components/home/returningPanel.ts #state/progress/readLessons.ts':
    'as themeToggle.ts, and only once it is needed',
};

/** What depends on the machine, the moment or chance. It is passed in instead. */
const AMBIENT = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'process',
  'globalThis',
  'performance',
  'fetch',
];
const AMBIENT_MEMBERS = ['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'];

/** load.ts reads what a user names; the others run before anything is installed, or read the content. */
const MAY_READ_FILES = ['load.ts', 'setup.mjs', 'lintContent.ts'];

interface Source {
  path: string;
  folder: string;
  tree: ts.SourceFile;
}

/** Of an .astro file, what stands between its fences and in its scripts. */
function codeOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.astro')) return text;
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  return [/^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '', ...scripts].join('\n');
}

function parseSource(path: string, code: string): Source {
  const kind = /\.[jt]sx$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true, kind);
  return { path, folder: path.split('/')[1] ?? '', tree };
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf({ tree }: Source): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const isStatement = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (isStatement && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push(argument.text);
    }
    if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      found.push(node.argument.literal.text);
    }
  });
  return found;
}

/**
 * The files of src that a file needs when it runs. `import type` is gone by then; `import { type A }` still loads the file,
 * as `verbatimModuleSyntax` has it.
 */
function valueImportsOf(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly !== true)
      found.push(textOf(node.moduleSpecifier));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly)
      found.push(textOf(node.moduleSpecifier));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push(...node.arguments.slice(0, 1).map(textOf));
  });
  return found.flatMap((specifier) => {
    const file = specifier.replace(/\?\w+$/, '');
    if (file.startsWith('#')) return [`src/${file.slice(1)}`];
    return file.startsWith('.') ? [posix.join(dirname(source.path), file)] : [];
  });
}

const textOf = (node: ts.Node): string => (ts.isStringLiteral(node) ? node.text : '');

/** Each group of files of which every one needs every other (Tarjan). */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const open: string[] = [];
  const seen = new Map<string, number>();
  const closed = new Set<string>();
  const visit = (file: string): number => {
    const own = seen.size;
    seen.set(file, own);
    open.push(file);
    let lowest = own;
    for (const next of imports.get(file) ?? []) {
      if (!imports.has(next) || closed.has(next)) continue;
      lowest = Math.min(lowest, seen.get(next) ?? visit(next));
    }
    if (lowest < own) return lowest;
    const group = open.splice(open.indexOf(file));
    for (const member of group) closed.add(member);
    if (group.length > 1 || imports.get(file)?.includes(file) === true) circles.push(group.sort());
    return own;
  };
  for (const file of imports.keys()) if (!seen.has(file)) visit(file);
  return circles;
}

/** @returns what is wrong with this import, or nothing */
function importProblem({ path, folder }: Source, specifier: string): string | undefined {
  const layer = LAYERS[folder];
  if (layer === undefined) return `src/${folder} is not in the table`;
  if (`${path} ${specifier}` in EXCEPTIONS) return undefined;
  if (specifier.startsWith('.')) {
    const target = posix.join(dirname(path), specifier);
    if (!target.startsWith(`src/${folder}/`))
      return 'leaves its folder; across folders write #folder/file.ts';
    if (!/\.\w+(\?\w+)?$/.test(specifier)) return 'names no file ending; write ./file.ts';
    return undefined;
  }
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1).split('/')[0] ?? '';
    if (!/\.\w+(\?\w+)?$/.test(specifier)) return 'names no file ending; write #folder/file.ts';
    // Islands are folders of folders, each an island of its own.
    if (target === folder) return folder === 'islands' ? undefined : 'is in the same folder; write ./file.ts';
    return layer.folders.includes(target)
      ? undefined
      : `${folder} may import ${layer.folders.join(', ') || 'no other folder'}`;
  }
  const name = specifier.replace(/^(node|astro):.*/, '$1');
  const isAllowed = layer.packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
  return isAllowed ? undefined : `${folder} may import the packages ${layer.packages.join(', ') || '(none)'}`;
}

/** A name that is declared in the file itself is its own, whatever it is called. */
function ambientUses({ tree }: Source, names: string[], members: string[]): string[] {
  const declared = new Set<string>();
  walk(tree, (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) declared.add(node.name.text);
  });
  const found: string[] = [];
  walk(tree, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText(tree) === 'Date') found.push('new Date(');
    if (ts.isPropertyAccessExpression(node) && members.includes(node.getText(tree)))
      found.push(node.getText(tree));
    if (!ts.isIdentifier(node) || !names.includes(node.text) || declared.has(node.text)) return;
    const { parent } = node;
    const isMember =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      ts.isPropertySignature(parent) ||
      ts.isLiteralTypeNode(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isJsxAttribute(parent);
    if (!isMember) found.push(node.text);
  });
  return found;
}

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => posix.join('src', path.replaceAll('\\', '/')))
  .filter((path) => /\.(ts|tsx|js|mjs|astro)$/.test(path))
  .sort();
const sources = paths
  .filter((path) => path.split('/').length > 2)
  .map((path) => parseSource(path, codeOf(path)));

describe('the table sees', () => {
  const problems = (path: string, code: string) => {
    const source = parseSource(path, code);
    const ambient = ambientUses(source, AMBIENT, AMBIENT_MEMBERS);
    return [...importsOf(source).flatMap((name) => importProblem(source, name) ?? []), ...ambient];
  };

  it.each([
    ['src/engine/a.ts', "import { useState } from 'react';"],
    ['src/engine/a.ts', "import type { X } from '#state/x.ts';"],
    ['src/engine/rules/a.ts', "export * from '../../model/run.ts';"],
    ['src/model/a.ts', "import { simulate } from '#engine/simulate/simulate.ts';"],
    ['src/model/a.ts', "import { run } from './run';"],
    ['src/engine/a.ts', "import { step } from '#engine/step.ts';"],
    ['src/state/a.ts', "import { create } from 'zustand';"],
    ['src/quiz/a.ts', "const later = import('node:fs');"],
    ['src/quiz/a.ts', "type T = import('#islands/a.tsx').T;"],
    ['src/nowhere/a.ts', "import './b.ts';"],
    ['src/engine/a.ts', 'const now = Date.now();'],
    ['src/engine/a.ts', 'const now = new Date(0);'],
    ['src/quiz/a.ts', 'const chance = Math.random();'],
    ['src/hcl/a.ts', 'const width = window.innerWidth;'],
    ['src/lint/a.ts', 'if (process.env.X) exit();'],
  ])('in %s: %s', (path, code) => {
    expect(problems(path, code)).toHaveLength(1);
  });

  it.each([
    [
      'src/engine/rules/a.ts',
      "import { step } from '../step.ts'; import { Run } from '#model/scenario/run.ts';",
    ],
    ['src/model/a.ts', "// import React from 'react'\nconst text = 'Math.random() of window.process';"],
    ['src/lint/a.ts', 'function read(document: Page) { return document.process; }'],
    ['src/cli/a.ts', "import { join } from 'node:path';"],
  ])('nothing in %s: %s', (path, code) => {
    expect(problems(path, code)).toEqual([]);
  });
});

describe('a circle', () => {
  const circles = (files: Record<string, string>) =>
    circlesOf(
      new Map(Object.entries(files).map(([path, code]) => [path, valueImportsOf(parseSource(path, code))])),
    );

  it.each([
    ["import { b } from './b.ts';", "import { a } from '#hcl/a.ts';"],
    ["import './b.ts';", "export * from './a.ts';"],
    ["import { type B } from './b.ts';", "const later = () => import('./a.ts');"],
    ["import b from './b.ts';", "export { a } from './a.ts';"],
    ["import * as b from './c.ts';", "import { a } from './a.ts';"],
  ])('is %s with %s', (a, b) => {
    const files = { 'src/hcl/a.ts': a, 'src/hcl/b.ts': b, 'src/hcl/c.ts': "export * as b from './b.ts';" };
    expect(circles(files)).toHaveLength(1);
  });

  it.each([
    ["import type { B } from './b.ts';", "import { a } from './a.ts';"],
    ["import { b } from './b.ts';", "export type { A } from './a.ts';"],
    ["import { b } from './b.ts';", 'export const b = 1;'],
  ])('is not %s with %s', (a, b) => {
    expect(circles({ 'src/hcl/a.ts': a, 'src/hcl/b.ts': b })).toEqual([]);
  });
});

describe('src', () => {
  it('imports only as the table of layers allows', () => {
    const problems = sources.flatMap((source) =>
      importsOf(source).flatMap((specifier) => {
        const problem = importProblem(source, specifier);
        return problem === undefined ? [] : [`${source.path}: '${specifier}' ${problem}`];
      }),
    );
    expect(problems).toEqual([]);
  });

  it('has no files that import each other by value', () => {
    const imports = new Map(sources.map((source) => [source.path, valueImportsOf(source)]));
    expect(imports.get('src/engine/simulate/simulate.ts')).toContain('src/engine/simulate/perform.ts');
    expect(circlesOf(imports)).toEqual([]);
  });

  it('has exceptions from the table only where they are used', () => {
    const used = sources.flatMap((source) =>
      importsOf(source).map((specifier) => `${source.path} ${specifier}`),
    );
    expect(Object.keys(EXCEPTIONS).filter((exception) => !used.includes(exception))).toEqual([]);
  });

  it('keeps clock, chance, page and machine out of the pure folders', () => {
    const problems = sources
      .filter(({ folder }) => PURE.includes(folder))
      .flatMap((source) =>
        ambientUses(source, AMBIENT, AMBIENT_MEMBERS).map((use) => `${source.path}: ${use}`),
      );
    expect(problems).toEqual([]);
  });

  it('keeps storage in src/state', () => {
    const problems = sources
      .filter(({ folder }) => ['islands', 'components', 'pages'].includes(folder))
      // It runs before the first paint, so it cannot import anything.
      .filter(({ path }) => path !== 'src/components/page/themeFirst.js')
      .flatMap((source) =>
        ambientUses(source, ['localStorage', 'sessionStorage'], []).map((use) => `${source.path}: ${use}`),
      );
    expect(problems).toEqual([]);
  });

  it('reads files only where the table says', () => {
    const problems = sources
      .filter(({ folder, path }) => folder === 'cli' && !MAY_READ_FILES.includes(basename(path)))
      .filter((source) => importsOf(source).some((specifier) => /^node:fs(\/|$)/.test(specifier)))
      .map(({ path }) => `${path}: node:fs`);
    expect(problems).toEqual([]);
  });

  it('keeps pages at 40 lines or fewer', () => {
    const long = paths
      .filter((path) => path.startsWith('src/pages/') || path === 'src/content.config.ts')
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 40);
    expect(long).toEqual([]);
  });

  it('has no file that is named after nothing', () => {
    expect(paths.filter((path) => /\/(utils?|helpers?|types|misc|common)\.\w+$/.test(path))).toEqual([]);
  });
});

describe('lessons', () => {
  it('get their components by name, without imports', () => {
    const folder = 'content/lessons';
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.mdx')) : [];
    // What stands in a fence is Terraform's `import`, not a script's.
    const prose = (file: string) =>
      readFileSync(`${folder}/${file}`, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
    expect(files.filter((file) => /^import\s/m.test(prose(file)))).toEqual([]);
  });
});
