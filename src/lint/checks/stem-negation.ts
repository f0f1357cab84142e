import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';
import { askingIn, NEGATION } from '../wording.ts';

export const stemNegation: ContentCheck = {
  id: 'stem-negation',
  title: 'A negation in the question itself is emphasised.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const found = NEGATION.exec(askingIn(file.parsed.value.stem).replace(/\([^)]*\)|`[^`]*`/g, ''));
      return found === null
        ? []
        : [atPath(file, 'stem', `"${found[0]}" in the question is easily missed, write **${found[0]}**`)];
    }),
};
