import { at } from '#model/content/yamlFile.ts';
import type { ContentCheck } from '../contentCheck.ts';

export const mdxSyntax: ContentCheck = {
  id: 'mdx-syntax',
  title: 'A lesson is MDX that can be read: what is opened is closed, and braces hold an expression.',
  find: ({ lessons }) =>
    lessons.flatMap((file) => {
      const { problem } = file.body;
      return problem === null ? [] : [at(file, problem.offset, problem.value)];
    }),
};
