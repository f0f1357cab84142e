import type { Node, Tree } from 'web-tree-sitter';
import { type FilePart, partsOf, plainLines } from '../boardFiles.ts';
import type { HclParser } from '../../syntax/hclParser.ts';
import { parseHcl } from '../../syntax/parse.ts';
import type { Source } from '../../syntax/sourceText.ts';
import type { Position } from '../../syntax/position.ts';
import type { HclFile } from '../../syntax/tree.ts';

/** A change of a text: what is between two offsets is replaced. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** The files of a text with their syntax trees, which `free` gives back. */
export interface ParsedSources {
  text: string;
  files: readonly HclFile[];
  /** The node of a block or an argument that was declared at a place. */
  nodeAt: (place: Position) => Node | undefined;
  /** Where a node is in the whole text. */
  range: (node: Node) => { start: number; end: number };
  /** What `toExpression` needs to read the nodes of a tree. */
  sourceOf: (node: Node) => Source;
  free: () => void;
}

/** Null where one of the files is not HCL. */
export function sourcesOf(parser: HclParser, given: string): ParsedSources | null {
  const text = plainLines(given);
  const trees: { tree: Tree; part: FilePart; source: Source }[] = [];
  const files: HclFile[] = [];
  const nodes = new Map<string, Node>();
  const free = () => {
    for (const { tree } of trees) tree.delete();
  };
  for (const part of partsOf({ name: '', text })) {
    const read = parseHcl(parser, part.name, part.text);
    const tree = read.ok ? parser.parse(part.text) : null;
    if (!read.ok || tree === null) {
      free();
      return null;
    }
    files.push(read.value);
    const placeOf = (node: Node): Position => ({
      file: part.name,
      line: node.startPosition.row + 1,
      column: node.startPosition.column + 1,
    });
    trees.push({ tree, part, source: { text: part.text, placeOf } });
    const note = (node: Node, depth: number) => {
      for (const child of bodyOf(node)?.namedChildren ?? []) {
        if (child.type !== 'block' && child.type !== 'attribute') continue;
        nodes.set(idOf(placeOf(child)), child);
        if (depth < 3 && child.type === 'block') note(child, depth + 1);
      }
    };
    note(tree.rootNode, 0);
  }
  const of = (node: Node) => trees.find(({ tree }) => tree === node.tree) ?? trees[0];
  return {
    text,
    files,
    nodeAt: (place) => nodes.get(idOf(place)),
    range: (node) => {
      const start = of(node)?.part.start ?? 0;
      return { start: start + node.startIndex, end: start + node.endIndex };
    },
    sourceOf: (node) => of(node)?.source ?? { text, placeOf: () => ({ file: '', line: 1, column: 1 }) },
    free,
  };
}

const idOf = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

export const bodyOf = (node: Node): Node | undefined =>
  node.namedChildren.find((child) => child.type === 'body');

/** The argument of a block, by its name. */
export const argumentOf = (block: Node, name: string): Node | undefined =>
  bodyOf(block)?.namedChildren.find(
    (child) => child.type === 'attribute' && child.firstNamedChild?.text === name,
  );

/** The nodes of an argument's value. */
export const valueNodes = (attribute: Node): Node[] =>
  attribute.namedChildren.filter((child) => child.type === 'expression');

/** The text with all edits made; two that are the same are one. Null where they are in each other's way. */
export function edited(text: string, edits: readonly TextEdit[]): string | null {
  const unique = edits.filter(
    (edit, i) =>
      edits.findIndex((o) => o.start === edit.start && o.end === edit.end && o.text === edit.text) === i,
  );
  const ordered = [...unique].sort((a, b) => a.start - b.start || a.end - b.end);
  let made = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at) return null;
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.slice(at);
}
