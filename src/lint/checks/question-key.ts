import { typeOf } from '#quiz/types/index.ts';
import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';

export const questionKey: ContentCheck = {
  id: 'question-key',
  title: 'One option is correct in single and truefalse, one or more in multi, and not all of them.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const found = typeOf(file.parsed.value).keyProblem(file.parsed.value);
      return found === null ? [] : [atPath(file, found.path, found.message)];
    }),
};
