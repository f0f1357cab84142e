import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';
import { ABOUT_OTHERS, ABSOLUTE, isChoice } from '../wording.ts';

export const optionWording: ContentCheck = {
  id: 'option-wording',
  title: 'No distractor is absolute, and no option speaks of the other options.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      if (!file.parsed.ok || !isChoice(file.parsed.value)) return [];
      return file.parsed.value.options.flatMap((option, i) => {
        const path = `options[${i}].text`;
        const absolute = option.correct ? null : ABSOLUTE.exec(option.text);
        const others = ABOUT_OTHERS.exec(option.text);
        return [
          ...(absolute === null
            ? []
            : [atPath(file, path, `"${absolute[0]}" in a wrong option gives it away, say it without`)]),
          ...(others === null
            ? []
            : [atPath(file, path, `"${others[0]}" depends on the order of the options, say what is meant`)]),
        ];
      });
    }),
};
