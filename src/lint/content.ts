import { LineCounter, type Document, isNode, parseDocument } from 'yaml';
import { type Fact, parseFacts } from '#model/content/fact.ts';
import { type Lesson, parseLesson } from '#model/content/lesson.ts';
import type { Parsed } from '#model/parse/problem.ts';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import { type MdxElement, findElements } from './mdx.ts';
import type { ContentFinding } from './finding.ts';

/** A file as the linter takes it: `path` is relative to the project, with `/` between its parts. */
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

export interface LessonFile extends YamlFile<Lesson> {
  /** The name of the file without folder and ending; it is the last part of the lesson's address. */
  slug: string;
  /** Where the prose starts in `text`. */
  bodyStart: number;
  elements: MdxElement[];
}

/** What the site is made of beside the content. Paths are relative to the project. */
export interface SiteFiles {
  /** Paths of the files in `src/pages`. */
  pages: readonly string[];
  /** Files that are copied as they are, by their address without the first `/`. */
  files: readonly string[];
  /** Sources in which links are written by hand. */
  sources: readonly ContentFile[];
}

/** All of `content/`, read once; the checks only look. */
export interface Content {
  facts: YamlFile<Fact[]>[];
  lessons: LessonFile[];
  questions: YamlFile<Question>[];
  /** Levels as text: their schema is checked where they are graded. */
  levels: ContentFile[];
  glossary: ContentFile[];
  /** `content/searched.yaml`, where it is. */
  searched: ContentFile[];
  /** Every YAML file, whatever is in it. */
  yaml: ContentFile[];
  /** What the site is made of beside the content; null: not known, so links are taken on trust. */
  site: SiteFiles | null;
  /** What else lies in `content/`: the glossary, the table of deprecated names, the boards of the rule book. */
  others: ContentFile[];
  factIds: ReadonlySet<string>;
  questionIds: ReadonlySet<string>;
}

/** Sorts texts by their folder and parses each once. Files that are not content are ignored. */
export function readContent(files: readonly ContentFile[], site: SiteFiles | null = null): Content {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const under = (folder: string, ending: string) =>
    sorted.filter((file) => file.path.includes(`content/${folder}/`) && file.path.endsWith(ending));
  const facts = under('facts', '.yaml').map((file) => readYaml(file, parseFacts));
  const questions = under('questions', '.yaml').map((file) => readYaml(file, parseQuestion));
  return {
    facts,
    questions,
    lessons: under('lessons', '.mdx').map(readLesson),
    levels: under('levels', '.yaml'),
    glossary: sorted.filter((file) => file.path.endsWith('content/glossary.yaml')),
    searched: sorted.filter((file) => file.path.endsWith('content/searched.yaml')),
    yaml: sorted.filter((file) => /(^|\/)content\/.*\.yaml$/.test(file.path)),
    site,
    others: sorted.filter(({ path }) => /content\/(?:boards\/)?[^/]+\.yaml$/.test(path)),
    factIds: new Set(facts.flatMap((file) => idsOf(file.doc.toJS()))),
    questionIds: new Set(questions.flatMap((file) => idsOf([file.doc.toJS()]))),
  };
}

/** The kind of evidence of each fact, by its id; a file that its schema refuses has none. */
export const factStatuses = ({ facts }: Pick<Content, 'facts'>): ReadonlyMap<string, Fact['status']> =>
  new Map(
    facts.flatMap(({ parsed }) =>
      parsed.ok ? parsed.value.map((fact) => [fact.id, fact.status] as const) : [],
    ),
  );

/** Ids are collected from rows that fail the schema too, so that one mistake is reported once. */
function idsOf(rows: unknown): string[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : null;
    return typeof id === 'string' ? [id] : [];
  });
}

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

function readLesson(file: ContentFile): LessonFile {
  const front = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(file.text);
  const start = front === null ? 0 : file.text.indexOf('\n') + 1;
  const end = front === null ? 0 : start + (front[1]?.length ?? 0);
  const bodyStart = front?.[0].length ?? 0;
  return {
    ...readYaml(file, parseLesson, start, end),
    slug: (file.path.split('/').at(-1) ?? '').replace(/\.mdx$/, ''),
    bodyStart,
    elements: findElements(file.text, bodyStart),
  };
}

/** A finding at an offset of the file. Lines and columns count from 1. */
export function at(file: ContentFile, offset: number, message: string): ContentFinding {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = 0; i < file.text.length; i++) if (file.text[i] === '\n') lines.addNewLine(i + 1);
  const { line, col } = lines.linePos(Math.min(offset, file.text.length));
  return { file: file.path, line, column: col, message };
}

/**
 * A finding at a path of the YAML value (`[2].options[0].facts`), or at the nearest part of it that exists.
 * @param key the key itself, where its value is missing or unknown
 */
export function atPath<T>(file: YamlFile<T>, path: string, message: string): ContentFinding {
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
