import { yamlFilesOf } from '#model/content/loadContent.ts';
import { syntaxProblems } from '#model/content/yamlFile.ts';
import type { ContentCheck } from '../contentCheck.ts';

export const yamlSyntax: ContentCheck = {
  id: 'yaml-syntax',
  title: 'YAML can be read and has no key twice.',
  find: (content) => yamlFilesOf(content).flatMap(syntaxProblems),
};
