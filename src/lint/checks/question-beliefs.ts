import { assumptionOf } from '#quiz/misconceptions/sentence.ts';
import type { ContentCheck } from '../check.ts';
import { atPath } from '#model/content/yamlFile.ts';

export const questionBeliefs: ContentCheck = {
  id: 'question-beliefs',
  title: 'The mistaken belief behind an option can be said in a sentence.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const question = file.parsed.value;
      const [list, offered] =
        'options' in question
          ? (['options', question.options] as const)
          : (['palette', 'palette' in question ? question.palette : []] as const);
      return offered.flatMap(({ misconception }, i) =>
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
