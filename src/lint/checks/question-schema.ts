import type { ContentCheck } from '../contentCheck.ts';
import { atPath, schemaProblems } from '#model/content/yamlFile.ts';

export const questionSchemaCheck: ContentCheck = {
  id: 'question-schema',
  title: 'Every question has all its parts, and every option an explanation and facts.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      if (!file.parsed.ok) return schemaProblems(file);
      const [folder, name] = file.path
        .replace(/\.yaml$/, '')
        .split('/')
        .slice(-2);
      const { id, topic } = file.parsed.value;
      return [
        ...(id === name ? [] : [atPath(file, 'id', `must equal the file name, ${name}`)]),
        ...(topic === folder ? [] : [atPath(file, 'topic', `must equal the folder, ${folder}`)]),
      ];
    }),
};
