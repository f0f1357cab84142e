import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Parsed } from '../parse/problem.ts';
import type { ContentFinding } from './contentFinding.ts';

/** A file of the content: `path` is relative to the project, with `/` between its parts. */
export interface ContentFile {
  path: string;
  text: string;
}

/** A YAML text, its value, and a way from a path in the value to a place in the file. */
export interface YamlFile<T> extends ContentFile {
  parsed: Parsed<T>;
  doc: Document.Parsed;
  /** Where the YAML starts in `text`. */
  start: number;
}

/** Reads the YAML between two offsets of a file; without them, the whole file. */
export function readYaml<T>(
  file: ContentFile,
  parse: (input: unknown) => Parsed<T>,
  start = 0,
  end = file.text.length,
): YamlFile<T> {
  const doc = parseDocument(file.text.slice(start, end), { uniqueKeys: true });
  return {
    ...file,
    doc,
    start,
    parsed: doc.errors.length > 0 ? { ok: false, problems: [] } : parse(doc.toJS()),
  };
}

/** Where a file is not YAML, or has a key twice. */
export const syntaxProblems = (file: YamlFile<unknown>): ContentFinding[] =>
  file.doc.errors.map((error) =>
    at(
      file,
      file.start + error.pos[0],
      (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
    ),
  );

/** Where the value of a file is not what its schema asks for. */
export const schemaProblems = (file: YamlFile<unknown>): ContentFinding[] =>
  file.parsed.ok ? [] : file.parsed.problems.map(({ path, message }) => atPath(file, path, message));

/** A finding at an offset of the file. Lines and columns count from 1. */
export function at(file: ContentFile, offset: number, message: string): ContentFinding {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = 0; i < file.text.length; i++) if (file.text[i] === '\n') lines.addNewLine(i + 1);
  const { line, col } = lines.linePos(Math.min(offset, file.text.length));
  return { file: file.path, line, column: col, message };
}

/** A finding at a path of the YAML value (`[2].options[0].facts`), or at the nearest part of it that exists. */
export function atPath(file: YamlFile<unknown>, path: string, message: string): ContentFinding {
  const parts = partsOf(path);
  for (let length = parts.length; length >= 0; length--) {
    const offset = offsetOf(file.doc, parts.slice(0, length));
    if (offset !== null) return at(file, file.start + offset, path === '' ? message : `${path}: ${message}`);
  }
  return at(file, file.start, path === '' ? message : `${path}: ${message}`);
}

function offsetOf(doc: Document.Parsed, parts: (string | number)[]): number | null {
  const node = parts.length === 0 ? doc.contents : doc.getIn(parts, true);
  return isNode(node) && node.range ? node.range[0] : null;
}

function partsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\["([^"]*)"\]|([^.[\]]+)/g)].map((match) =>
    match[1] === undefined ? (match[2] ?? match[3] ?? '') : Number(match[1]),
  );
}
