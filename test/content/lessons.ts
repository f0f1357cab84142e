import { readdirSync, readFileSync } from 'node:fs';
import { type LessonFile, readContent } from '#lint/content.ts';

const folder = new URL('../../content/lessons/', import.meta.url);

/** Every lesson as the linter reads it, by file name. */
export const lessons: readonly LessonFile[] = readContent(
  readdirSync(folder)
    .sort()
    .map((name) => ({ path: `content/lessons/${name}`, text: readFileSync(new URL(name, folder), 'utf8') })),
).lessons;

/** The elements of one kind in a lesson. */
export const elementsOf = (lesson: LessonFile, name: string) =>
  lesson.elements.filter((element) => element.name === name);

/** The value of an attribute of an element, or nothing. */
export const textOf = (element: LessonFile['elements'][number], name: string): string =>
  element.attributes.get(name)?.value ?? '';
