import { parseLevel, type Level } from '../level/level.ts';
import { parseQuestion, type Question } from '../quiz/question.ts';
import type { ContentFinding } from './contentFinding.ts';
import { type DeprecatedName, parseDeprecated } from './deprecatedName.ts';
import { type Fact, parseFacts } from './fact.ts';
import { type GlossaryEntry, parseGlossary } from './glossary.ts';
import { type LessonFile, readLesson } from './lessonFile.ts';
import { parseRuleBoard, type RuleBoard } from './ruleBoard.ts';
import { parseSearched, type Searched } from './searchedPages.ts';
import { type ContentFile, readYaml, schemaProblems, syntaxProblems, type YamlFile } from './yamlFile.ts';

/** All of `content/`, each file read once, sorted by path. */
export interface Content {
  facts: YamlFile<Fact[]>[];
  lessons: LessonFile[];
  questions: YamlFile<Question>[];
  levels: YamlFile<Level>[];
  /** The boards of the rule book. */
  boards: YamlFile<RuleBoard>[];
  /** The lists of which there is one file each, or none. */
  glossary: YamlFile<GlossaryEntry[]>[];
  searched: YamlFile<Searched[]>[];
  deprecated: YamlFile<DeprecatedName[]>[];
  /** Ids of rows that fail their schema are here too, so that one mistake is reported once. */
  factIds: ReadonlySet<string>;
  questionIds: ReadonlySet<string>;
}

/**
 * The only way in which content is read: pages, linter, command line and tests pass the texts in and get the values back.
 * Files that are not content are ignored. What is wrong with a file is kept with it, see `problemsOf`.
 */
export function loadContent(files: readonly ContentFile[]): Content {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const under = (pattern: RegExp) => sorted.filter((file) => pattern.test(file.path));
  const facts = under(/content\/facts\/.*\.yaml$/).map((file) => readYaml(file, parseFacts));
  const questions = under(/content\/questions\/.*\.yaml$/).map((file) => readYaml(file, parseQuestion));
  return {
    facts,
    questions,
    lessons: under(/content\/lessons\/.*\.mdx$/).map(readLesson),
    levels: under(/content\/levels\/.*\.yaml$/).map((file) => readYaml(file, parseLevel)),
    boards: under(/content\/boards\/.*\.yaml$/).map((file) => readYaml(file, parseRuleBoard)),
    glossary: under(/content\/glossary\.yaml$/).map((file) => readYaml(file, parseGlossary)),
    searched: under(/content\/searched\.yaml$/).map((file) => readYaml(file, parseSearched)),
    deprecated: under(/content\/deprecated\.yaml$/).map((file) => readYaml(file, parseDeprecated)),
    factIds: new Set(facts.flatMap((file) => idsIn(file.doc.toJS()))),
    questionIds: new Set(questions.flatMap((file) => idsIn([file.doc.toJS()]))),
  };
}

function idsIn(rows: unknown): string[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : null;
    return typeof id === 'string' ? [id] : [];
  });
}

/** Every YAML file, and the frontmatter of every lesson. */
export const yamlFilesOf = (content: Content): YamlFile<unknown>[] => [
  ...content.facts,
  ...content.questions,
  ...content.lessons,
  ...content.levels,
  ...content.boards,
  ...content.glossary,
  ...content.searched,
  ...content.deprecated,
];

/** Every reason why a file could not be read, with its place. The linter and Astro check the bodies of lessons. */
export const problemsOf = (content: Content): ContentFinding[] =>
  yamlFilesOf(content).flatMap((file) => [...syntaxProblems(file), ...schemaProblems(file)]);

/** The values of some files; those that could not be read are left out. */
export const valuesOf = <T>(files: readonly YamlFile<T>[]): T[] =>
  files.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));

/** The kind of evidence for each fact, by its id; facts of files that could not be read are left out. */
export const factStatuses = ({ facts }: Pick<Content, 'facts'>): ReadonlyMap<string, Fact['status']> =>
  new Map(valuesOf(facts).flatMap((rows) => rows.map(({ id, status }) => [id, status] as const)));
