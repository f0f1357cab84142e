import type { Node } from 'web-tree-sitter';
import type { Source } from './parse.ts';
import type { Expression, TemplatePart } from './tree.ts';
import { toExpression } from './toExpression.ts';
import { SyntaxFault } from './tooDeep.ts';

/** A template as a row: texts, and what stands in `${…}` and `%{…}`. */
type Piece =
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

/** Reads a quoted string or a heredoc. One without `${…}` and `%{…}` is a plain text. */
export function toTemplate(node: Node, source: Source, depth: number): Expression {
  const place = source.placeOf(node);
  const heredoc = node.type === 'heredoc_template';
  const [start, end] = heredoc ? heredocRange(node, source.text) : [node.startIndex + 1, node.endIndex - 1];
  const pieces: Piece[] = [];
  const textTo = (from: number, to: number) =>
    pieces.push({ type: 'text', text: source.text.slice(from, to) });
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
  const parts = fold(pieces, source, depth);
  const [only] = parts;
  if (parts.length === 0) return { type: 'literal', value: '', place };
  if (parts.length === 1 && only?.type === 'text') return { type: 'literal', value: only.text, place };
  return { type: 'template', parts, place };
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

/** `<<-`: the indentation that all lines share is no part of the text. */
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

function fold(pieces: Piece[], source: Source, depth: number): TemplatePart[] {
  let at = 0;
  const until = (ends: string[], level: number): TemplatePart[] => {
    const parts: TemplatePart[] = [];
    for (let piece = pieces[at]; piece !== undefined; piece = pieces[at]) {
      if (piece.type === 'text') {
        at++;
        if (piece.text !== '') parts.push({ type: 'text', text: piece.text });
        continue;
      }
      const { node } = piece;
      if (ends.includes(node.type)) return parts;
      at++;
      const value = toExpression(
        node.namedChildren.filter((child) => child.type === 'expression'),
        source,
        level,
      );
      if (node.type === 'template_interpolation') parts.push({ type: 'value', value });
      else if (node.type === 'template_if_intro') {
        const yes = until(['template_else_intro', 'template_if_end'], level + 1);
        const other = pieces[at++];
        const hasElse = other?.type === 'mark' && other.node.type === 'template_else_intro';
        const no = hasElse ? until(['template_if_end'], level + 1) : [];
        if (hasElse) at++;
        parts.push({ type: 'if', condition: value, yes, no });
      } else {
        const names = node.namedChildren
          .filter((child) => child.type === 'identifier')
          .map((child) => child.text);
        const body = until(['template_for_end'], level + 1);
        at++;
        const keyName = names.length > 1 ? (names[0] ?? null) : null;
        parts.push({ type: 'for', keyName, valueName: names.at(-1) ?? '', over: value, body });
      }
    }
    return parts;
  };
  return until([], depth);
}

const undoubled = (text: string): string => text.replace(/\$\$\{|%%\{/g, (found) => found.slice(1));

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The text that stands between quotes, its escapes undone. */
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
