import type { ContentCheck } from '../check.ts';
import { at } from '../content.ts';

export const yamlSyntax: ContentCheck = {
  id: 'yaml-syntax',
  title: 'YAML can be read and has no key twice.',
  find: ({ facts, questions, lessons }) =>
    [...facts, ...questions, ...lessons].flatMap((file) =>
      file.doc.errors.map((error) =>
        at(
          file,
          file.start + error.pos[0],
          (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
        ),
      ),
    ),
};
