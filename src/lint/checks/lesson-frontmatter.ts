import type { ContentCheck } from '../contentCheck.ts';
import { at, atPath, schemaProblems } from '#model/content/yamlFile.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';

export const lessonFrontmatter: ContentCheck = {
  id: 'lesson-frontmatter',
  title: 'A lesson starts with its id, title, order, track, minutes, objectives, facts and sources.',
  find({ lessons }) {
    const ids = new Map<string, string>();
    return lessons.flatMap((file): ContentFinding[] => {
      if (file.bodyStart === 0) return [at(file, 0, 'must start with frontmatter between two lines of ---')];
      if (!file.parsed.ok) return schemaProblems(file);
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
