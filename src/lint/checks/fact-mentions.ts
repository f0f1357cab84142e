import { factIdsIn } from '#model/content/fact.ts';
import type { ContentCheck } from '../contentCheck.ts';
import { at } from '#model/content/yamlFile.ts';

export const factMentions: ContentCheck = {
  id: 'fact-mentions',
  title: 'Every fact id in a lesson, question, level or claim exists.',
  find: ({ facts, lessons, questions, levels, factIds }) =>
    [...facts, ...lessons, ...questions, ...levels].flatMap((file) =>
      factIdsIn(file.text)
        .filter(({ id }) => !factIds.has(id))
        .map(({ id, offset }) => at(file, offset, `${id} is not a fact in content/facts`)),
    ),
};
