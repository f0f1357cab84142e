import type { ContentCheck } from '../check.ts';
import { atPath } from '../content.ts';

export const factSchemaCheck: ContentCheck = {
  id: 'fact-schema',
  title: 'Every fact has an id, a claim, sources, a month and a kind of evidence.',
  find: ({ facts }) =>
    facts.flatMap((file) =>
      file.parsed.ok
        ? []
        : file.parsed.problems.map((problem) => atPath(file, problem.path, problem.message)),
    ),
};
