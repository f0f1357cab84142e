import type { ContentCheck } from '../contentCheck.ts';
import { at, type ContentFile } from '#model/content/yamlFile.ts';

/** What `npm run new` writes where an author has to. */
const MARK = /FILL IN(?:: ([^"'\n]*))?/g;

export const fillIn: ContentCheck = {
  id: 'fill-in',
  title: 'Nothing is left that a scaffold asked to fill in.',
  find: ({ facts, questions, lessons, levels }) =>
    [...facts, ...questions, ...lessons, ...levels].flatMap((file: ContentFile) =>
      [...file.text.matchAll(MARK)].map(({ index, 1: what }) =>
        at(file, index, `fill this in${what === undefined ? '' : `: ${what.trim()}`}`),
      ),
    ),
};
