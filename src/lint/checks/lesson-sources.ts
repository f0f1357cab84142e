import { isFactId } from '#model/content/fact.ts';
import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';

export const lessonSources: ContentCheck = {
  id: 'lesson-sources',
  title: 'A lesson lists the pages of its facts, no others, and the month of the oldest one.',
  find({ facts, lessons }) {
    const known = new Map(
      facts.flatMap((file) => (file.parsed.ok ? file.parsed.value.map((fact) => [fact.id, fact]) : [])),
    );
    return lessons.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const lesson = file.parsed.value;
      const cited = lesson.facts.flatMap((id) => known.get(id) ?? []);
      const pages = new Set(cited.flatMap((fact) => fact.source.filter((source) => !isFactId(source))));
      const listed = new Set(lesson.sources.map(({ page }) => page));
      const oldest = cited.map(({ as_of }) => as_of).sort()[0] ?? lesson.facts_as_of;
      return [
        ...(oldest === lesson.facts_as_of
          ? []
          : [atPath(file, 'facts_as_of', `the oldest fact of this lesson is as of ${oldest}`)]),
        ...[...pages]
          .filter((page) => !listed.has(page))
          .map((page) => atPath(file, 'facts', `${page} is missing from the sources`)),
        ...lesson.sources.flatMap(({ page }, i) =>
          pages.has(page)
            ? []
            : [atPath(file, `sources[${i}].page`, `${page}: no fact of this lesson cites it`)],
        ),
      ];
    });
  },
};
