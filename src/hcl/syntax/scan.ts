import { guardDepth, SyntaxFault } from './tooDeep.ts';

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;
/** What an expression may have outside of texts, names and brackets. */
const SIGN = /[\p{ID_Continue}\s.,:?=!<>&|+*/%~-]/u;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The end of the name that starts here; `at` itself where none does. */
export function skipName(text: string, at: number): number {
  return at + (matchAt(NAME, text, at)?.[0].length ?? 0);
}

/** Past spaces and comments, and new lines where they are wanted. */
export function skipBlank(text: string, from: number, newLines: boolean): number {
  let at = from;
  for (;;) {
    const sign = text[at];
    if (sign === ' ' || sign === '\t' || (newLines && sign === '\n')) at++;
    else if (sign === '#' || text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) throw new SyntaxFault(at, 'starts a comment that is not closed, */ is missing');
      at = end + 2;
    } else return at;
  }
}

/** Past a text in quotes; it ends on its line, but for what is in `${…}`. */
export function skipText(text: string, from: number, depth = 0): number {
  guardDepth(depth, from);
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') return at + 1;
    if (sign === '\n') break;
    if (sign === '\\') at++;
    else if ((sign === '$' || sign === '%') && text[at + 1] === '{')
      at = skipExpression(text, at + 2, true, depth + 1) - 1;
    // Doubled, it is no template.
    else if ((sign === '$' || sign === '%') && text.startsWith(`${sign}{`, at + 1)) at += 2;
  }
  throw new SyntaxFault(from, 'starts a text that is not closed on its line, " is missing');
}

/**
 * Past an expression: to the end of its line, or to the brace that closes what it is in.
 * @param template whether that is `${…}`: then new lines do not end it, and the closing brace is part of it
 */
export function skipExpression(text: string, from: number, template: boolean, depth = 0): number {
  const open: { sign: string; at: number }[] = template ? [{ sign: '{', at: from - 2 }] : [];
  let at = from;
  while (at < text.length) {
    at = skipBlank(text, at, open.length > 0);
    const sign = text[at];
    if (sign === undefined || sign === '\n') break;
    guardDepth(open.length, at);
    if (sign === '"') at = skipText(text, at, depth);
    else if (sign === '{' || sign === '[' || sign === '(') open.push({ sign, at: at++ });
    else if (sign === '}' || sign === ']' || sign === ')') {
      const last = open.pop();
      if (last === undefined && sign === '}') return at;
      if (last === undefined) throw new SyntaxFault(at, `is a ${sign} that closes nothing`);
      const wanted = CLOSING[last.sign];
      if (wanted !== sign) {
        const line = text.slice(0, last.at).split('\n').length;
        throw new SyntaxFault(
          at,
          `is a ${sign}, but the ${last.sign} of line ${line} must be closed with ${wanted} first`,
        );
      }
      at++;
      if (template && open.length === 0) return at;
    } else at = skipWord(text, at, sign);
  }
  const last = open.at(-1);
  if (last !== undefined) throw new SyntaxFault(last.at, `opens a ${last.sign} that is not closed`);
  return at;
}

function skipWord(text: string, at: number, sign: string): number {
  const heredoc = matchAt(HEREDOC, text, at);
  if (heredoc !== null) {
    const [start, name = ''] = heredoc;
    for (let line = at + start.length; line < text.length; ) {
      const end = text.indexOf('\n', line) < 0 ? text.length : text.indexOf('\n', line);
      if (text.slice(line, end).trim() === name) return end;
      line = end + 1;
    }
    throw new SyntaxFault(at, `starts a text that is not closed, a line with ${name} is missing`);
  }
  const end = skipName(text, at);
  if (end > at) return end;
  if (!SIGN.test(sign))
    throw new SyntaxFault(at, `has the character ${JSON.stringify(sign)}, which HCL does not use`);
  return at + 1;
}
