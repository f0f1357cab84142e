import type { ContentCheck } from '../check.ts';
import { at, atPath } from '../content.ts';
import type { ContentFinding } from '../finding.ts';

export const lessonFrontmatter: ContentCheck = {
  id: 'lesson-frontmatter',
  title: 'A lesson starts with its id, title, order, track, minutes, objectives, facts and sources.',
  find({ lessons }) {
    const ids = new Map<string, string>();
    return lessons.flatMap((file): ContentFinding[] => {
      if (file.bodyStart === 0) return [at(file, 0, 'must start with frontmatter between two lines of ---')];
      if (!file.parsed.ok)
        return file.parsed.problems.map((problem) => atPath(file, problem.path, problem.message));
      const { id, order } = file.parsed.value;
      const taken = ids.get(id);
      ids.set(id, file.path);
      const prefix = `${String(order).padStart(2, '0')}-`;
      return [
        ...(taken === undefined ? [] : [atPath(file, 'id', `is already the id of ${taken}`)]),
        ...(file.slug.startsWith(prefix)
          ? []
          : [atPath(file, 'order', `must fit the file name, which would start with ${prefix}`)]),
      ];
    });
  },
};
