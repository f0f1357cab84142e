import type { ContentCheck } from '../contentCheck.ts';
import { at } from '#model/content/yamlFile.ts';

export const lessonHeadings: ContentCheck = {
  id: 'lesson-headings',
  title:
    'Headings of a lesson start at ##, skip no level and are not repeated; the title is the only first one.',
  find: ({ lessons }) =>
    lessons.flatMap((file) => {
      let before = 1;
      const seen = new Set<string>();
      return file.body.headings.flatMap(({ level, text, offset }) => {
        const allowed = before + 1;
        before = level;
        const again = seen.has(text);
        seen.add(text);
        if (level === 1)
          return [at(file, offset, 'must be ## or deeper: the title of the page is its only first heading')];
        if (level > allowed) return [at(file, offset, `skips a level, use ${'#'.repeat(allowed)}`)];
        return again
          ? [at(file, offset, `"${text}" is already a heading, so links to it would be ambiguous`)]
          : [];
      });
    }),
};
