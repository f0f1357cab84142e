import { parse } from 'yaml';
import { type Fact, parseFacts } from '#model/content/fact.ts';
import { type Lesson, parseLesson } from '#model/content/lesson.ts';
import type { Parsed } from '#model/parse/problem.ts';
import { parseQuestion, type Question } from '#model/quiz/question.ts';

/** What pages are made of, read once while they are built. Bad content stops the build and names its problems. */
const factFiles = import.meta.glob<string>('../../../content/facts/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const questionFiles = import.meta.glob<string>('../../../content/questions/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const lessonFiles = import.meta.glob<string>('../../../content/lessons/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Parses one file of content; bad content stops the build and names its problems. */
export function read<T>(file: string, text: string, as: (input: unknown) => Parsed<T>): T {
  const parsed = as(parse(text));
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.problems.map((p) => `${file}: ${p.path}: ${p.message}`).join('\n'));
}

export const FACTS: ReadonlyMap<string, Fact> = new Map(
  Object.entries(factFiles)
    .flatMap(([file, text]) => read(file, text, parseFacts))
    .map((fact) => [fact.id, fact]),
);

export const QUESTIONS: ReadonlyMap<string, Question> = new Map(
  Object.entries(questionFiles)
    .map(([file, text]) => read(file, text, parseQuestion))
    .map((question) => [question.id, question]),
);

/** The frontmatter of a lesson, checked. */
export function lessonOf(entry: { id: string; data: unknown }): Lesson {
  const parsed = parseLesson(entry.data);
  if (parsed.ok) return parsed.value;
  throw new Error(
    parsed.problems.map((p) => `content/lessons/${entry.id}: ${p.path}: ${p.message}`).join('\n'),
  );
}

/** Every lesson's frontmatter, in the order in which they are read. */
export const LESSONS: readonly Lesson[] = Object.entries(lessonFiles)
  .map(([file, text]) =>
    lessonOf({ id: file, data: parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '') }),
  )
  .sort((a, b) => a.order - b.order);

/** `run-triggers` → `Run triggers`. */
export const titleOf = (slug: string): string =>
  slug.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase());

/** The lessons by track, in order. */
export const TRACKS: readonly { id: string; title: string; lessons: readonly Lesson[] }[] = [
  ...new Set(LESSONS.map((lesson) => lesson.track)),
].map((id) => ({
  id,
  title: titleOf(id),
  lessons: LESSONS.filter((lesson) => lesson.track === id),
}));

export function lessonTitle(id: string): string {
  const lesson = LESSONS.find((other) => other.id === id);
  if (lesson === undefined) throw new Error(`no lesson ${id} in content/lessons`);
  return lesson.title;
}

/** The fact of an id; content that names an unknown one does not build. */
export function factOf(id: string): Fact {
  const fact = FACTS.get(id);
  if (fact === undefined) throw new Error(`no fact ${id} in content/facts`);
  return fact;
}

/** Topics of the bank, with how many questions each has, by name. */
export const TOPICS: readonly { id: string; title: string; count: number }[] = [
  ...new Set([...QUESTIONS.values()].map((question) => question.topic)),
]
  .sort()
  .map((id) => ({
    id,
    title: titleOf(id),
    count: [...QUESTIONS.values()].filter((question) => question.topic === id).length,
  }));
