import { assumptionOf } from '#quiz/misconceptions/sentence.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';

export const questionBeliefs: ContentCheck = {
  id: 'question-beliefs',
  title: 'The mistaken belief behind an option can be said in a sentence.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const question = file.parsed.value;
      const type = typeOf(question);
      const list = type.form(question).form === 'changes' ? 'palette' : 'options';
      return type
        .parts(question)
        .flatMap(({ misconception }, i) =>
          misconception === null || assumptionOf(misconception) !== null
            ? []
            : [
                atPath(
                  file,
                  `${list}[${i}].misconception`,
                  `has no sentence, write one for ${misconception} in src/quiz/misconceptions/sentences/`,
                ),
              ],
        );
    }),
};
