import type { ContentCheck } from '../contentCheck.ts';
import { schemaProblems } from '#model/content/yamlFile.ts';

export const factSchemaCheck: ContentCheck = {
  id: 'fact-schema',
  title: 'Every fact has an id, a claim, sources, a month and a kind of evidence.',
  find: ({ facts }) => facts.flatMap(schemaProblems),
};
