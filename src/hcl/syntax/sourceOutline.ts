import type { Node } from 'web-tree-sitter';
import type { HclParser } from './hclParser.ts';

/** A range of a text, in characters, and its first line. */
export interface Range {
  start: number;
  end: number;
  line: number;
}

/** A comment that a person wrote; those that this app reads back are no part of the list. */
export type SourceComment = Range;

export interface SourceItem extends Range {
  name: string;
  kind: 'argument' | 'block';
}

export interface SourceBlock extends Range {
  type: string;
  labels: string[];
  /** What the text of its `name` argument is, where it is a plain text. */
  name: string | null;
  items: SourceItem[];
  /** Wherever in the block. */
  comments: SourceComment[];
}

/** What is where at the top of a file of HCL, and one level below. */
export interface SourceOutline {
  text: string;
  blocks: SourceBlock[];
  /** Outside of every block. */
  comments: SourceComment[];
}

const OURS = /^(?:#|\/\/)\s*runchain:/;

/** Null where the text is not HCL. A byte order mark and CRLF are gone from `text`. */
export function sourceOutline(parser: HclParser, given: string): SourceOutline | null {
  const text = (given.startsWith('\uFEFF') ? given.slice(1) : given).replaceAll('\r\n', '\n');
  const tree = parser.parse(text);
  if (tree === null) return null;
  try {
    const { rootNode } = tree;
    if (rootNode.hasError) return null;
    const body = rootNode.namedChildren.find((child) => child.type === 'body');
    const blocks = (body?.namedChildren ?? []).filter((child) => child.type !== 'comment').map(blockOf);
    const outside: SourceComment[] = [];
    for (const node of rootNode.descendantsOfType('comment')) {
      if (OURS.test(node.text)) continue;
      const range = { ...rangeOf(node), end: node.startIndex + node.text.trimEnd().length };
      const around = blocks.find((block) => block.start <= range.start && range.end <= block.end);
      (around?.comments ?? outside).push(range);
    }
    return { text, blocks, comments: outside };
  } finally {
    tree.delete();
  }
}

const rangeOf = (node: Node): Range => ({
  start: node.startIndex,
  end: node.endIndex,
  line: node.startPosition.row + 1,
});

function blockOf(node: Node): SourceBlock {
  const labels = node.namedChildren.filter((child) => child.type === 'string_lit').map(withoutQuotes);
  const body = node.namedChildren.find((child) => child.type === 'body');
  const parts = (body?.namedChildren ?? []).filter((child) => child.type !== 'comment');
  const named = parts.find((part) => part.firstNamedChild?.text === 'name')?.text ?? '';
  return {
    ...rangeOf(node),
    type: node.firstNamedChild?.text ?? '',
    labels,
    name: /^name\s*=\s*"([^"$%\\]*)"$/.exec(named)?.[1] ?? null,
    items: parts.map((part) => ({
      ...rangeOf(part),
      name: part.firstNamedChild?.text ?? '',
      kind: part.type === 'attribute' ? 'argument' : 'block',
    })),
    comments: [],
  };
}

const withoutQuotes = (node: Node): string => node.text.slice(1, -1);
