import type { ContentCheck } from '../contentCheck.ts';
import { at } from '#model/content/yamlFile.ts';
import { gradeOf } from '../readingGrade.ts';

/** Readers are at work and often not native speakers. */
const MOST = 11;

export const lessonReading: ContentCheck = {
  id: 'lesson-reading',
  title: `The prose of a lesson reads at grade ${MOST} or below (Flesch-Kincaid).`,
  find: ({ lessons }) =>
    lessons.flatMap((file) => {
      const grade = gradeOf(file.body.prose);
      if (grade <= MOST) return [];
      const start = file.bodyStart + file.text.slice(file.bodyStart).search(/\S/);
      return [
        at(
          file,
          start,
          `reads at grade ${grade.toFixed(1)}, at most ${MOST} is allowed: shorten sentences and words`,
        ),
      ];
    }),
};
