import { parseTree, type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit as visitYaml } from 'yaml';
import type { Parsed, Problem } from './problem.ts';
import { quote } from './problem.ts';

/** The largest text that is read, in characters, and how deep it may nest: far beyond any real layout. */
const MOST_CHARACTERS = 8_000_000;
/** YAML takes far longer to read than JSON. */
const MOST_YAML = 2_000_000;
const DEEPEST = 60;
const TOO_DEEP = 'is nested too deeply, or repeats itself through aliases';

/**
 * Reads JSON or YAML 1.2 (core schema: `yes` is a string). A byte order mark and CRLF are accepted;
 * duplicate keys, merge keys by alias bombs, several documents and unknown tags are not.
 * @returns plain data, or problems with the line of the text
 */
export function readText(text: string, format: 'json' | 'yaml or json'): Parsed<unknown> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (plain.trim() === '') return fail(1, 'the text is empty, must be JSON or YAML');
  if (plain.length > MOST_CHARACTERS)
    return fail(1, `the text is too long, at most ${MOST_CHARACTERS} characters are read`);
  const control = firstControl(plain);
  if (control !== null)
    return fail(lineAt(plain, control), 'is not text: it holds a control character, must be JSON or YAML');
  const deep = tooDeep(plain);
  if (deep !== null) return fail(lineAt(plain, deep), `is nested deeper than ${DEEPEST} levels`);
  if (format === 'json' || isJson(plain)) return readJson(plain);
  if (plain.length > MOST_YAML)
    return fail(
      1,
      `the text is too long, at most ${MOST_YAML} characters of YAML are read; JSON may be longer`,
    );
  return readYaml(plain);
}

const fail = (line: number, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ path: '', line, message }],
});

function isJson(text: string): boolean {
  if (!/^\s*[[{"]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readJson(text: string): Parsed<unknown> {
  const duplicates = duplicateKeys(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(...syntaxError(text));
  }
  return duplicates.length > 0 ? { ok: false, problems: duplicates } : { ok: true, value };
}

function syntaxError(text: string): [number, string] {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first === undefined) return [1, 'is not valid JSON'];
  const words = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return [lineAt(text, first.offset), `is not valid JSON: ${words}`];
}

const twice = (key: string): string => `key ${quote(key)} is there twice in one mapping, must be there once`;

function duplicateKeys(text: string): Problem[] {
  const problems: Problem[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, _offset, _length, line) => {
      const keys = open.at(-1);
      if (keys?.has(key)) {
        problems.push({
          path: '',
          line: line + 1,
          message: twice(key),
        });
      }
      keys?.add(key);
    },
  });
  return problems;
}

function readYaml(text: string): Parsed<unknown> {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      // Its own check compares every pair of keys; ours is linear and finds every one.
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
      stringKeys: true,
    });
    const found = [...document.errors, ...document.warnings];
    // The parser reports its own overflow as if it were an error of the text.
    if (found.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return fail(1, TOO_DEEP);
    if (found.length > 0) {
      return {
        ok: false,
        problems: found.map((e) => ({
          path: '',
          line: Math.max(1, lines.linePos(e.pos[0]).line),
          message: `is not valid YAML: ${oneLine(e.message)}`,
        })),
      };
    }
    let aliases = 0;
    const duplicates: Problem[] = [];
    visitYaml(document, (_key, node) => {
      if (isAlias(node)) aliases++;
      if (!isMap(node)) return;
      const keys = new Set<string>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (keys.has(name))
          duplicates.push({
            path: '',
            line: Math.max(1, lines.linePos(key.range?.[0] ?? 0).line),
            message: twice(name),
          });
        keys.add(name);
      }
    });
    if (duplicates.length > 0) return { ok: false, problems: duplicates };
    if (aliases > 100) return fail(1, 'uses more than 100 aliases, write the values out');
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) {
      return fail(1, TOO_DEEP);
    }
    throw error;
  }
}

const oneLine = (message: string): string => message.replace(/\s+/g, ' ').slice(0, 200);

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Tab, line feed and carriage return are text; every other control character is a sign of a binary file. */
function firstControl(text: string): number | null {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) return i;
  }
  return null;
}

/** Where brackets, dashes or indentation nest deeper than anything real; parsers recurse, so this comes first. */
function tooDeep(text: string): number | null {
  let depth = 0;
  let quoted = false;
  let indent = 0;
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') {
      indent = 0;
      width = 0;
      continue;
    }
    if (indent >= 0) {
      if (c === ' ') {
        width++;
        continue;
      }
      if ((c === '-' || c === '?') && (text[i + 1] === ' ' || text[i + 1] === '\n')) {
        indent++;
        if (indent > DEEPEST) return i;
        continue;
      }
      // One level of a block mapping needs one column at least.
      if (width > DEEPEST * 16) return i;
      indent = -1;
    }
    if (c === '\\' && quoted) i++;
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '[' || c === '{')) {
      depth++;
      if (depth > DEEPEST) return i;
    } else if (!quoted && (c === ']' || c === '}')) depth = Math.max(0, depth - 1);
  }
  return null;
}
