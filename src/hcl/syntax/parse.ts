import type { Node, Tree } from 'web-tree-sitter';
import type { HclParser } from './hclParser.ts';
import type { HclProblem, Position } from './position.ts';
import type { Attribute, Block, HclFile } from './tree.ts';
import { firstError } from './firstError.ts';
import { outline, type Span } from './outline.ts';
import type { Source } from './sourceText.ts';
import { unescaped } from './templatePieces.ts';
import { toExpression } from './toExpression.ts';
import { guardDepth, SyntaxFault } from './tooDeep.ts';

const MOST_CHARACTERS = 2_000_000;

/**
 * Reads one file of HCL. After a syntax error the parser guesses how the file goes on, so only the first one is
 * reported and nothing of the file is read.
 */
export function parseHcl(
  parser: HclParser,
  file: string,
  given: string,
): { ok: true; value: HclFile } | { ok: false; problems: HclProblem[] } {
  const text = (given.startsWith('\uFEFF') ? given.slice(1) : given).replaceAll('\r\n', '\n');
  const fail = (place: Position, message: string) => ({
    ok: false as const,
    problems: [{ ...place, message, kind: 'syntax' as const }],
  });
  if (text.length > MOST_CHARACTERS)
    return fail({ file, line: 1, column: 1 }, `is too long, at most ${MOST_CHARACTERS} characters are read`);
  const control = firstControl(text);
  if (control >= 0) return fail(placeAt(file, text, control), 'is not text: it holds a control character');
  let tree: Tree | null = null;
  try {
    const { spans, fault } = outline(text);
    if (fault !== null) throw mistakeIn(parser, text, spans) ?? fault;
    tree = parser.parse(text);
    if (tree === null) return fail({ file, line: 1, column: 1 }, 'is not HCL, the parser gave up');
    if (tree.rootNode.hasError) throw mistakeIn(parser, text, spans) ?? firstError(tree.rootNode, text, 0);
    const source: Source = { text, placeOf: (node) => placeOf(file, node) };
    const comments: HclFile['comments'] = [];
    const root = tree.rootNode.namedChildren.find((child) => child.type === 'body');
    const place = { file, line: 1, column: 1 };
    const body: Block = { type: '', labels: [], attributes: new Map(), blocks: [], place };
    if (root !== undefined) readBody(root, body, source, 0);
    for (const node of tree.rootNode.descendantsOfType('comment'))
      comments.push({ text: node.text, place: source.placeOf(node) });
    return { ok: true, value: { name: file, body, comments } };
  } catch (fault) {
    if (fault instanceof SyntaxFault) return fail(placeAt(file, text, fault.offset), fault.message);
    throw fault;
  } finally {
    tree?.delete();
  }
}

/** In the first argument that is not HCL by itself; null where each of them is. */
function mistakeIn(parser: HclParser, text: string, spans: readonly Span[]): SyntaxFault | null {
  for (const [start, end] of spans) {
    const part = text.slice(start, end);
    const tree = parser.parse(`${part}\n`);
    const fault = tree?.rootNode.hasError ? firstError(tree.rootNode, part, start) : null;
    tree?.delete();
    if (fault !== null) return new SyntaxFault(Math.min(fault.offset, end), fault.message);
  }
  return null;
}

function readBody(node: Node, into: Block, source: Source, depth: number): void {
  guardDepth(depth, node.startIndex);
  let lastRow = -1;
  for (const child of node.namedChildren) {
    if (child.type === 'comment') continue;
    // The grammar lets two of them share a line, HCL does not.
    if (child.startPosition.row === lastRow)
      throw new SyntaxFault(
        child.startIndex,
        'must be on a line of its own, a new line is missing before it',
      );
    lastRow = child.endPosition.row;
    if (child.type === 'attribute') readAttribute(child, into, source, depth);
    else into.blocks.push(readBlock(child, source, depth));
  }
}

function readAttribute(node: Node, into: Block, source: Source, depth: number): void {
  const [name, , value] = node.children.filter((child) => child.type !== 'comment');
  if (name === undefined || value === undefined) throw new SyntaxFault(node.startIndex, 'is not complete');
  if (into.attributes.has(name.text))
    throw new SyntaxFault(node.startIndex, `${name.text} is set twice, it may be set once`);
  const place = source.placeOf(node);
  const attribute: Attribute = { name: name.text, value: toExpression([value], source, depth + 1), place };
  into.attributes.set(name.text, attribute);
}

function readBlock(node: Node, source: Source, depth: number): Block {
  const [type, ...rest] = node.children.filter((child) => child.type !== 'comment');
  const labels = rest.filter((child) => child.type === 'string_lit' || child.type === 'identifier');
  const block: Block = {
    type: type?.text ?? '',
    labels: labels.map((label) =>
      label.type === 'identifier' ? label.text : unescaped(label.text.slice(1, -1)),
    ),
    attributes: new Map(),
    blocks: [],
    place: source.placeOf(node),
  };
  const body = rest.find((child) => child.type === 'body');
  if (body !== undefined) {
    const oneLine = node.startPosition.row === node.endPosition.row;
    const inner = body.namedChildren.find((child) => child.type === 'block');
    if (oneLine && inner !== undefined)
      throw new SyntaxFault(
        inner.startIndex,
        'must start on a new line: a block on one line holds one argument',
      );
    if (!oneLine) checkBraces(rest, body);
    readBody(body, block, source, depth + 1);
  }
  return block;
}

/** A new line must follow the opening brace of a block and precede the closing one. */
function checkBraces(nodes: readonly Node[], body: Node): void {
  const start = nodes.find((node) => node.type === 'block_start');
  const end = nodes.find((node) => node.type === 'block_end');
  const items = body.namedChildren.filter((child) => child.type !== 'comment');
  const [first, last] = [items[0], items.at(-1)];
  if (start && first && start.endPosition.row === first.startPosition.row)
    throw new SyntaxFault(first.startIndex, 'must start on a new line after the opening brace');
  if (end && last && last.endPosition.row === end.startPosition.row)
    throw new SyntaxFault(
      end.startIndex,
      'must start on a new line: the closing brace of a block of several lines',
    );
}

const placeOf = (file: string, node: Node): Position => ({
  file,
  line: node.startPosition.row + 1,
  column: node.startPosition.column + 1,
});

function placeAt(file: string, text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - start + 1 };
}

function firstControl(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return i;
  }
  return -1;
}
