import type { LintedContent } from '#lint/contentCheck.ts';
import { loadContent } from '#model/content/loadContent.ts';
import { contentFiles, projectFiles } from './load.ts';

/** The content of this project, and what its site is made of beside it: links are checked against both. */
export function readProject(): LintedContent {
  const pages = projectFiles('src/pages').filter(({ path }) => /\.(astro|mdx?|ts)$/.test(path));
  const written = ['src/pages', 'src/components', 'src/islands', 'src/lms'].flatMap((folder) =>
    projectFiles(folder),
  );
  return {
    ...loadContent(contentFiles()),
    site: {
      pages: pages.map(({ path }) => path),
      files: projectFiles('public').map(({ path }) => path.replace(/^public\//, '')),
      sources: written.filter(({ path }) => /\.(astro|tsx?)$/.test(path)),
    },
  };
}
