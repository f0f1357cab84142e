import { printFinding } from '#model/content/contentFinding.ts';
import type { Fact } from '#model/content/fact.ts';
import type { Lesson } from '#model/content/lesson.ts';
import { loadContent, problemsOf, valuesOf } from '#model/content/loadContent.ts';
import type { Level } from '#model/level/level.ts';
import type { Question } from '#model/quiz/question.ts';

const files = import.meta.glob<string>('../../../content/**/*.{yaml,mdx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What pages are made of, read once while they are built. Bad content stops the build and names its problems. */
export const CONTENT = loadContent(
  Object.entries(files).map(([path, text]) => ({ path: path.replace(/^(\.\.\/)+/, ''), text })),
);
const problems = problemsOf(CONTENT);
if (problems.length > 0) throw new Error(problems.map(printFinding).join('\n'));

export const FACTS: ReadonlyMap<string, Fact> = new Map(
  valuesOf(CONTENT.facts).flatMap((facts) => facts.map((fact) => [fact.id, fact])),
);

export const QUESTIONS: ReadonlyMap<string, Question> = new Map(
  valuesOf(CONTENT.questions).map((question) => [question.id, question]),
);

/** The levels, in the order of their file names. */
export const LEVELS: readonly Level[] = valuesOf(CONTENT.levels);

/** Every lesson's frontmatter, in the order in which they are read. */
export const LESSONS: readonly Lesson[] = valuesOf(CONTENT.lessons).sort((a, b) => a.order - b.order);

/** The frontmatter of the lesson that Astro renders: an entry of its collection is named after the file. */
export function lessonOf(entry: { id: string }): Lesson {
  const file = CONTENT.lessons.find(({ slug }) => slug === entry.id);
  if (file?.parsed.ok !== true) throw new Error(`no lesson ${entry.id} in content/lessons`);
  return file.parsed.value;
}

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
