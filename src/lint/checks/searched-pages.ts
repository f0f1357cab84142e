import type { ContentCheck } from '../contentCheck.ts';
import { atPath, schemaProblems } from '#model/content/yamlFile.ts';
import { routesOf } from '../routes.ts';

export const searchedPages: ContentCheck = {
  id: 'searched-pages',
  title: 'Words that people search for lead to a page that is built, each page once.',
  find: (content) => {
    const routes = content.site === null ? null : routesOf(content);
    return content.searched.flatMap((file) => {
      if (!file.parsed.ok) return schemaProblems(file);
      return file.parsed.value.flatMap(({ page, errors, words }, i, rows) => {
        const found: string[] = [];
        // The words of other pages are not shown: rules and lessons have a place for them.
        if (!/^\/(rules|lessons)\/.+/.test(page)) found.push(`${page} is not the page of a rule or a lesson`);
        else if (routes?.has(page) === false) found.push(`${page} is no page of the site`);
        if (rows.findIndex((other) => other.page === page) < i) found.push(`${page} is listed already`);
        if (errors.length + words.length === 0) found.push(`${page} has no words`);
        return found.map((message) => atPath(file, `[${i}].page`, message));
      });
    });
  },
};
