import type { ContentCheck } from '../check.ts';
import { at } from '../content.ts';
import { headingsOf } from '../headings.ts';

export const lessonHeadings: ContentCheck = {
  id: 'lesson-headings',
  title:
    'Headings of a lesson start at ##, skip no level and are not repeated; the title is the only first one.',
  find: ({ lessons }) =>
    lessons.flatMap((file) => {
      let before = 1;
      const seen = new Set<string>();
      return headingsOf(file).flatMap(({ level, text, anchor, offset }) => {
        const allowed = before + 1;
        before = level;
        const again = seen.has(anchor);
        seen.add(anchor);
        if (level === 1)
          return [at(file, offset, 'must be ## or deeper: the title of the page is its only first heading')];
        if (level > allowed) return [at(file, offset, `skips a level, use ${'#'.repeat(allowed)}`)];
        return again
          ? [at(file, offset, `"${text}" is already a heading, so links to it would be ambiguous`)]
          : [];
      });
    }),
};
