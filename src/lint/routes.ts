import { RULES } from '#engine/rules/index.ts';
import type { LessonFile } from '#model/content/lessonFile.ts';
import { type Content, valuesOf } from '#model/content/loadContent.ts';
import type { YamlFile } from '#model/content/yamlFile.ts';
import type { LintedContent } from './contentCheck.ts';

/** Every address of the site, as `/lessons/run-triggers/`, with the places in its page to which a link can lead. */
export type Routes = ReadonlyMap<string, ReadonlySet<string>>;

/** What the build adds beside the pages, see src/integrations. */
const MADE = ['pagefind/pagefind.js', 'pagefind/words.json', 'robots.txt', 'sw.js'];

/** The addresses of rules: those that the book has a page for. */
const rulePages = (facts: ReadonlySet<string>): string[] => [
  ...new Set(RULES.flatMap(({ fact }) => (facts.has(fact) ? [fact.toLowerCase()] : []))),
];

const idOf = ({ doc }: YamlFile<unknown>): string[] => {
  const id = doc.get('id');
  return typeof id === 'string' ? [id] : [];
};

/** For each page of `src/pages` with a parameter: the values for which it is built. */
const PARAMETERS: Readonly<Record<string, (content: Content) => string[]>> = {
  'lessons/[id].astro': ({ lessons }) => lessons.flatMap(idOf),
  'rules/[fact].astro': ({ factIds }) => rulePages(factIds),
  'sandbox/levels/[id].astro': ({ levels }) => levels.flatMap(idOf),
  'practice/bank/[topic].json.ts': ({ questions }) => valuesOf(questions).map(({ topic }) => topic),
};

/** Pages with a parameter for which no list of values is known: their links cannot be checked. */
export const unknownPages = ({ site }: LintedContent): string[] =>
  (site?.pages ?? []).filter((page) => page.includes('[') && PARAMETERS[inPages(page)] === undefined);

const inPages = (page: string): string => page.replace(/^src\/pages\//, '');

/** The set of what is built, from the same files of which the pages are made; empty where the pages are not known. */
export function routesOf(content: LintedContent): Routes {
  const routes = new Map<string, Set<string>>();
  for (const page of content.site?.pages ?? []) {
    const path = inPages(page);
    const values = path.includes('[') ? (PARAMETERS[path]?.(content) ?? []) : [''];
    for (const value of values) routes.set(addressOf(path.replace(/\[\w+\]/, value)), new Set());
  }
  for (const file of [...(content.site?.files ?? []), ...MADE]) routes.set(`/${file}`, new Set());
  for (const lesson of content.lessons) {
    for (const address of addressesOf(lesson))
      if (routes.has(address)) routes.set(address, new Set(placesIn(lesson, content)));
  }
  if (routes.has('/glossary/'))
    routes.set('/glossary/', new Set(content.glossary.flatMap((file) => fieldsOf(file, 'id'))));
  return routes;
}

const addressesOf = (lesson: LessonFile): string[] => idOf(lesson).map((id) => `/lessons/${id}/`);

/** The places in the page of a lesson to which a link can lead. */
export function placesIn(lesson: LessonFile, { searched }: LintedContent): string[] {
  const figures = lesson.body.elements.flatMap(({ name, attributes }) => {
    const id = name === 'Figure' ? attributes.get('id')?.value : undefined;
    return id === undefined ? [] : [`figure-${id}`];
  });
  const pages = searched.flatMap((file) => fieldsOf(file, 'page'));
  const isSearched = addressesOf(lesson).some((address) => pages.includes(address));
  // The last ones are below every lesson, or below those that people search for: see Lesson.astro.
  const below = ['rules', 'sources', ...(isSearched ? ['searched'] : [])];
  return [...lesson.body.headings.map(({ anchor }) => anchor), ...figures, ...below];
}

/** One field of each row of a list, as far as it is a text: also of a list that its schema refuses. */
function fieldsOf({ doc }: YamlFile<unknown>, key: string): string[] {
  const rows: unknown = doc.toJS();
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, key) : null;
    return typeof value === 'string' ? [value] : [];
  });
}

/** `rules/index.astro` and `rules.astro` are `/rules/`, `x.json.ts` is `/x.json`, and `404.astro` is a file. */
function addressOf(path: string): string {
  if (!/\.(astro|mdx?)$/.test(path)) return `/${path.replace(/\.[jt]s$/, '')}`;
  const parts = path.replace(/\.\w+$/, '').split('/');
  if (parts.at(-1) === 'index') parts.pop();
  if (parts.join('/') === '404') return '/404.html';
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}
