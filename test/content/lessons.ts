import type { LessonElement } from '#model/content/lessonBody.ts';
import type { LessonFile } from '#model/content/lessonFile.ts';
import { contentOf } from '../support/content.ts';

/** Every lesson as the linter reads it, by file name. */
export const lessons: readonly LessonFile[] = contentOf('lessons').lessons;

/** The elements of one kind in a lesson. */
export const elementsOf = (lesson: LessonFile, name: string): LessonElement[] =>
  lesson.body.elements.filter((element) => element.name === name);

/** The value of an attribute of an element, or nothing. */
export const textOf = (element: LessonElement, name: string): string =>
  element.attributes.get(name)?.value ?? '';
