import { skipBlank, skipExpression, skipName, skipText } from './scan.ts';
import { guardDepth, SyntaxFault } from './tooDeep.ts';

/** From the name of an argument to the end of its value. */
export type Span = readonly [start: number, end: number];

/**
 * Follows the arguments and blocks of a text without reading expressions. After a mistake the parser guesses and may
 * call a line far from it; this stops where the mistake is.
 * @returns where the arguments are, up to the first place that is neither an argument nor a block
 */
export function outline(text: string): { spans: Span[]; fault: SyntaxFault | null } {
  const spans: Span[] = [];
  try {
    body(text, 0, null, 0, spans);
    return { spans, fault: null };
  } catch (fault) {
    if (fault instanceof SyntaxFault) return { spans, fault };
    throw fault;
  }
}

function body(text: string, from: number, openedAt: number | null, depth: number, spans: Span[]): number {
  guardDepth(depth, from);
  let at = from;
  for (;;) {
    at = skipBlank(text, at, true);
    const sign = text[at];
    if (sign === undefined) {
      if (openedAt === null) return at;
      throw new SyntaxFault(openedAt, 'starts a block that is not closed, } is missing');
    }
    if (sign === '}' && openedAt !== null) return at + 1;
    at = item(text, at, depth, false, spans);
    at = skipBlank(text, at, false);
    if (text[at] !== '\n' && text[at] !== undefined)
      throw new SyntaxFault(at, 'must be on a line of its own, a new line is missing before it');
  }
}

function item(text: string, start: number, depth: number, oneLine: boolean, spans: Span[]): number {
  const end = skipName(text, start);
  if (end === start) throw new SyntaxFault(start, 'must be an argument or a block, it starts with neither');
  const name = text.slice(start, end);
  let at = skipBlank(text, end, false);
  if (text[at] === '=' && text[at + 1] !== '=') {
    const value = skipBlank(text, at + 1, false);
    const after = skipExpression(text, value, false);
    if (after === value) throw new SyntaxFault(start, `${name} has no value`);
    spans.push([start, after]);
    return after;
  }
  if (oneLine) throw new SyntaxFault(start, 'must be one argument: the block is on one line');
  for (;;) {
    if (text[at] === '"') at = skipText(text, at);
    else {
      const word = skipName(text, at);
      if (word === at) break;
      at = word;
    }
    at = skipBlank(text, at, false);
  }
  if (text[at] !== '{') throw new SyntaxFault(start, `${name} is followed by neither = nor {`);
  const inside = skipBlank(text, at + 1, false);
  if (text[inside] === '\n' || text[inside] === undefined) return body(text, inside, start, depth + 1, spans);
  if (text[inside] === '}') return inside + 1;
  const close = skipBlank(text, item(text, inside, depth, true, spans), false);
  if (text[close] !== '}')
    throw new SyntaxFault(close, 'must close the block that starts on this line with }');
  return close + 1;
}
