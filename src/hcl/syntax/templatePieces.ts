import type { Node } from 'web-tree-sitter';
import { SyntaxFault } from './tooDeep.ts';

/** A piece of a template: a text, or one `${…}` or `%{…}`. */
export type Piece =
  | { type: 'text'; text: string }
  | { type: 'mark'; node: Node; stripBefore: boolean; stripAfter: boolean };

const MARKS = [
  'template_interpolation',
  'template_if_intro',
  'template_else_intro',
  'template_if_end',
  'template_for_start',
  'template_for_end',
];

/** Takes a quoted string or a heredoc apart. The texts are final: stripped and without escapes. */
export function templatePieces(node: Node, text: string): Piece[] {
  const heredoc = node.type === 'heredoc_template';
  const [start, end] = heredoc ? heredocRange(node, text) : [node.startIndex + 1, node.endIndex - 1];
  const pieces: Piece[] = [];
  const textTo = (from: number, to: number) => pieces.push({ type: 'text', text: text.slice(from, to) });
  let at = start;
  for (const mark of marksIn(node)) {
    textTo(at, mark.startIndex);
    const { children } = mark;
    const stripBefore = children[1]?.type === 'strip_marker' || children[0]?.text === '%{~';
    const stripAfter = children.at(-2)?.type === 'strip_marker' && children.length > 3;
    pieces.push({ type: 'mark', node: mark, stripBefore, stripAfter });
    at = mark.endIndex;
  }
  textTo(at, end);
  if (heredoc && node.child(0)?.text === '<<-') dedent(pieces);
  strip(pieces);
  for (const piece of pieces)
    if (piece.type === 'text') piece.text = heredoc ? undoubled(piece.text) : unescaped(piece.text);
  return pieces;
}

function marksIn(node: Node): Node[] {
  return node.namedChildren.flatMap((child) => {
    if (MARKS.includes(child.type)) return [child];
    return /^template_(directive|if|for)$/.test(child.type) ? marksIn(child) : [];
  });
}

function heredocRange(node: Node, text: string): [number, number] {
  const names = node.namedChildren.filter((child) => child.type === 'heredoc_identifier');
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) throw new SyntaxFault(node.startIndex, 'is not complete');
  const start = text.indexOf('\n', first.endIndex) + 1;
  return [start, Math.max(start, text.lastIndexOf('\n', last.startIndex) + 1)];
}

/** For `<<-`, removes the indentation that all lines share. */
function dedent(pieces: Piece[]): void {
  let least = Number.POSITIVE_INFINITY;
  const visit = (change: boolean) => {
    let lineStart = true;
    for (const piece of pieces) {
      if (piece.type === 'mark') {
        if (lineStart) least = 0;
        lineStart = false;
        continue;
      }
      const lines = piece.text.split('\n').map((line, i) => {
        if ((i === 0 && !lineStart) || line === '') return line;
        const indent = line.length - line.trimStart().length;
        if (!change) least = Math.min(least, indent);
        return change ? line.slice(least) : line;
      });
      if (piece.text !== '') lineStart = piece.text.endsWith('\n');
      piece.text = lines.join('\n');
    }
  };
  visit(false);
  if (Number.isFinite(least) && least > 0) visit(true);
}

function strip(pieces: Piece[]): void {
  for (const [i, piece] of pieces.entries()) {
    if (piece.type !== 'mark') continue;
    const [before, after] = [pieces[i - 1], pieces[i + 1]];
    if (piece.stripBefore && before?.type === 'text') before.text = before.text.trimEnd();
    if (piece.stripAfter && after?.type === 'text') after.text = after.text.trimStart();
  }
}

const undoubled = (text: string): string => text.replace(/\$\$\{|%%\{/g, (found) => found.slice(1));

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** A text between quotes, without its escapes. */
export function unescaped(text: string): string {
  return text.replace(
    /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\(.)|\$\$\{|%%\{/g,
    (found: string, short?: string, long?: string, letter?: string) => {
      if (short !== undefined) return String.fromCharCode(Number.parseInt(short, 16));
      if (long !== undefined) {
        const code = Number.parseInt(long, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
      }
      return letter === undefined ? found.slice(1) : (ESCAPES[letter] ?? found);
    },
  );
}
