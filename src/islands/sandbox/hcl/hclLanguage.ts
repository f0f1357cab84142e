import {
  foldService,
  LanguageSupport,
  matchBrackets,
  StreamLanguage,
  type StringStream,
  syntaxTree,
} from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { tags } from '@lezer/highlight';

/** What a place of a text is inside of. `indent`: the indentation of the line on which it was opened. */
type Frame =
  | {
      kind: 'block' | 'object' | 'list' | 'call' | 'interpolation' | 'directive';
      indent: number;
      loop: boolean;
    }
  | { kind: 'heredoc'; marker: string }
  | { kind: 'string' | 'label' | 'comment' };

interface Place {
  frames: Frame[];
  /** Whether a word here names an attribute, a block, or a key of an object. */
  naming: boolean;
  /** Whether labels of a block may come, up to its brace. */
  header: boolean;
  afterDot: boolean;
}

const CLOSED_BY: Readonly<Record<string, Frame['kind'][]>> = {
  '}': ['block', 'object', 'interpolation', 'directive'],
  ']': ['list'],
  ')': ['call'],
};
const WORD = /^[\p{L}_][\p{L}\p{N}_-]*/u;
const NUMBER = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const CONSTANT: Readonly<Record<string, string>> = { true: 'bool', false: 'bool', null: 'null' };
const OF_DIRECTIVE = new Set(['for', 'in', 'if', 'else', 'endif', 'endfor']);

const top = ({ frames }: Place): Frame | undefined => frames.at(-1);
/** Where a line begins with a name; a comment may come before it. */
const inBody = ({ frames }: Place): boolean =>
  [undefined, 'block', 'object'].includes(frames.findLast(({ kind }) => kind !== 'comment')?.kind);

function open(
  stream: StringStream,
  place: Place,
  kind: Extract<Frame, { indent: number }>['kind'],
  loop = false,
): void {
  place.frames.push({ kind, indent: stream.indentation(), loop });
  place.naming = kind === 'block' || kind === 'object';
}

/** Closes what the bracket closes, and what was left open inside of it. @returns how the bracket looks */
function close(place: Place, bracket: string): string {
  const at = place.frames.findLastIndex(({ kind }) => CLOSED_BY[bracket]?.includes(kind));
  const closed = place.frames[at];
  if (closed !== undefined) place.frames.length = at;
  place.naming = false;
  if (closed?.kind === 'interpolation' || closed?.kind === 'directive') return 'templateBrace';
  return bracket === '}' ? 'brace' : bracket === ']' ? 'squareBracket' : 'paren';
}

/** Inside quotes or a heredoc. */
function templateToken(stream: StringStream, place: Place, frame: Frame): string {
  const quoted = frame.kind !== 'heredoc';
  if (!quoted && stream.sol() && stream.string.trim() === frame.marker) {
    stream.skipToEnd();
    place.frames.pop();
    return 'heredocMarker';
  }
  if (stream.match('$${') || stream.match('%%{')) return 'escape';
  if (stream.match(/^[$%]\{~?/)) {
    open(stream, place, stream.current().startsWith('$') ? 'interpolation' : 'directive');
    return 'templateBrace';
  }
  if (quoted && stream.match(/^\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/)) return 'escape';
  if (quoted && stream.eat('"')) place.frames.pop();
  else if (stream.match(quoted ? /^[^"\\$%]+/ : /^[^$%]+/) === null) stream.next();
  return frame.kind === 'label' ? 'labelName' : 'string';
}

function wordToken(stream: StringStream, place: Place, word: string): string {
  const { afterDot, naming, header } = place;
  const frame = top(place);
  place.naming = false;
  if (afterDot) return 'propertyName';
  if (header) return 'labelName';
  if (naming && stream.match(frame?.kind === 'object' ? /^\s*[=:](?!=)/ : /^\s*=(?![=>])/, false) !== null)
    return 'attributeName';
  if (naming && frame?.kind !== 'object' && stream.match(/^\s*(?:["{]|[\p{L}_])/u, false) !== null) {
    place.header = true;
    return 'blockType';
  }
  if (frame?.kind === 'directive' && OF_DIRECTIVE.has(word)) return 'controlKeyword';
  const inLoop = frame !== undefined && 'loop' in frame && frame.loop;
  if (inLoop && (word === 'in' || word === 'if')) return 'controlKeyword';
  if (word === 'for' && (frame?.kind === 'list' || (frame?.kind === 'object' && naming))) {
    place.frames[place.frames.length - 1] = { ...frame, loop: true };
    return 'controlKeyword';
  }
  const constant = CONSTANT[word];
  if (constant !== undefined) return constant;
  return stream.match(/^\s*(?:\(|::)/, false) === null ? 'variableName' : 'functionName';
}

function codeToken(stream: StringStream, place: Place): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match(/^(?:#|\/\/)/)) {
    stream.skipToEnd();
    return 'lineComment';
  }
  if (stream.match('/*')) {
    place.frames.push({ kind: 'comment' });
    return 'blockComment';
  }
  if (stream.match('"')) {
    const kind = place.header ? 'label' : 'string';
    place.frames.push({ kind });
    // A key of an object may be quoted.
    place.naming = false;
    return kind === 'label' ? 'labelName' : 'string';
  }
  const heredoc = stream.match(/^<<-?([\p{L}_][\p{L}\p{N}_-]*)/u);
  if (typeof heredoc === 'object' && heredoc !== null) {
    place.frames.push({ kind: 'heredoc', marker: heredoc[1] ?? '' });
    return 'heredocMarker';
  }
  const word = stream.match(WORD);
  if (typeof word === 'object' && word !== null) {
    const look = wordToken(stream, place, word[0]);
    place.afterDot = false;
    return look;
  }
  place.afterDot = false;
  if (stream.match(NUMBER)) {
    place.naming = false;
    return 'number';
  }
  if (stream.match(/^~?\}/)) return close(place, '}');
  const mark = stream.next() ?? '';
  switch (mark) {
    case '{': {
      const block = place.header;
      place.header = false;
      open(stream, place, block ? 'block' : 'object');
      return 'brace';
    }
    case '[':
      open(stream, place, 'list');
      return 'squareBracket';
    case '(':
      open(stream, place, 'call');
      return 'paren';
    case ']':
    case ')':
      return close(place, mark);
    case ',':
      place.naming = top(place)?.kind === 'object';
      return 'separator';
    case '.':
      place.afterDot = !stream.match('..');
      return 'operator';
    default:
      stream.match(/^[=!<>&|]+/);
      return 'operator';
  }
}

const hclStream = StreamLanguage.define<Place>({
  name: 'hcl',
  startState: () => ({ frames: [], naming: true, header: false, afterDot: false }),
  copyState: (place) => ({ ...place, frames: [...place.frames] }),
  token(stream, place) {
    if (stream.sol()) {
      // Quotes end with their line, so one that is forgotten does not colour the rest.
      while (['string', 'label'].includes(top(place)?.kind ?? '')) place.frames.pop();
      place.header = false;
      place.afterDot = false;
      place.naming = inBody(place);
    }
    const frame = top(place);
    switch (frame?.kind) {
      case 'comment':
        if (stream.skipTo('*/')) {
          stream.match('*/');
          place.frames.pop();
        } else stream.skipToEnd();
        return 'blockComment';
      case 'string':
      case 'label':
      case 'heredoc':
        return templateToken(stream, place, frame);
      default:
        return codeToken(stream, place);
    }
  },
  indent(place, after, { unit }) {
    const frame = top(place);
    if (frame === undefined) return 0;
    if (!('indent' in frame)) return null;
    return /^\s*~?[}\])]/.test(after) ? frame.indent : frame.indent + unit;
  },
  tokenTable: {
    attributeName: tags.definition(tags.propertyName),
    blockType: tags.typeName,
    functionName: tags.function(tags.variableName),
    templateBrace: tags.special(tags.brace),
    heredocMarker: tags.special(tags.string),
  },
  languageData: {
    commentTokens: { line: '#', block: { open: '/*', close: '*/' } },
    indentOnInput: /^\s*[}\])]$/,
  },
});

/** How far the end of what may be folded is looked for, in characters. */
const FURTHEST = 100_000;
const NOT_CODE = new Set(['lineComment', 'blockComment', 'string', 'labelName', 'escape']);

/** From after the last bracket of a line that a later line closes, to that one; or the lines of a heredoc. */
function foldAt(state: EditorState, from: number, to: number): { from: number; to: number } | null {
  const line = state.sliceDoc(from, to);
  for (let i = line.length - 1; i >= 0; i--) {
    if (!'{[('.includes(line[i] ?? '')) continue;
    if (NOT_CODE.has(syntaxTree(state).resolveInner(from + i, 1).name)) continue;
    const end = matchBrackets(state, from + i, 1, { maxScanDistance: FURTHEST });
    if (end?.matched && end.end !== undefined && end.end.from > to)
      return { from: from + i + 1, to: end.end.from };
  }
  const marker = /<<-?([\p{L}_][\p{L}\p{N}_-]*)\s*$/u.exec(line)?.[1];
  if (marker === undefined) return null;
  for (let n = state.doc.lineAt(to).number + 1; n <= state.doc.lines; n++) {
    const last = state.doc.line(n);
    if (last.from - to > FURTHEST) return null;
    if (last.text.trim() === marker) return { from: to, to: last.to };
  }
  return null;
}

/**
 * HCL as it is typed: colours, folding, indentation, comments. It only reads words and brackets, so that a text that is
 * half written looks right; what the text says is for the parser in the worker to tell.
 */
export const hclLanguage = new LanguageSupport(hclStream, foldService.of(foldAt));
