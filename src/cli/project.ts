import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type Content, readContent, type ContentFile } from '#lint/content.ts';

export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');

/** Files below a folder, relative to the project and with `/`, so that output is the same everywhere. */
function filesIn(folder: string): string[] {
  if (!existsSync(resolve(PROJECT_ROOT, folder))) return [];
  return readdirSync(resolve(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(PROJECT_ROOT, resolve(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const textOf = (path: string): ContentFile => ({
  path,
  text: readFileSync(resolve(PROJECT_ROOT, path), 'utf8'),
});

/** The content of this project, and what its site is made of beside it: links are checked against both. */
export function readProject(): Content {
  const written = ['src/pages', 'src/components', 'src/islands', 'src/lms'].flatMap(filesIn);
  return readContent(filesIn('content').map(textOf), {
    pages: filesIn('src/pages').filter((path) => /\.(astro|mdx?|ts)$/.test(path)),
    files: filesIn('public').map((path) => path.replace(/^public\//, '')),
    sources: written.filter((path) => /\.(astro|tsx?)$/.test(path)).map(textOf),
  });
}
