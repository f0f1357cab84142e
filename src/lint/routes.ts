import { parseDocument } from 'yaml';
import { RULES } from '#engine/rules/index.ts';
import type { Content, ContentFile } from './content.ts';
import { headingsOf } from './headings.ts';

/** Every address of the site, as `/lessons/run-triggers/`, with the places in its page to which a link can lead. */
export type Routes = ReadonlyMap<string, ReadonlySet<string>>;

/** What the build adds beside the pages, see src/integrations. */
const MADE = ['pagefind/pagefind.js', 'pagefind/words.json', 'robots.txt', 'sw.js'];

/** The addresses of rules: those that the book has a page for. */
const rulePages = (facts: ReadonlySet<string>): string[] => [
  ...new Set(RULES.flatMap(({ fact }) => (facts.has(fact) ? [fact.toLowerCase()] : []))),
];

const idOf = ({ doc }: { doc: { get(key: string): unknown } }): string[] => {
  const id = doc.get('id');
  return typeof id === 'string' ? [id] : [];
};

/** For each page of `src/pages` with a parameter: the values for which it is built. */
const PARAMETERS: Readonly<Record<string, (content: Content) => string[]>> = {
  'lessons/[id].astro': ({ lessons }) => lessons.flatMap(idOf),
  'rules/[fact].astro': ({ factIds }) => rulePages(factIds),
  'sandbox/levels/[id].astro': ({ levels }) => levels.flatMap(levelId),
  'practice/bank/[topic].json.ts': ({ questions }) =>
    questions.flatMap(({ parsed }) => (parsed.ok ? [parsed.value.topic] : [])),
};

function levelId({ text }: ContentFile): string[] {
  return idOf({ doc: parseDocument(text) as { get(key: string): unknown } });
}

/** Pages with a parameter for which no list of values is known: their links cannot be checked. */
export const unknownPages = ({ site }: Content): string[] =>
  (site?.pages ?? []).filter((page) => page.includes('[') && PARAMETERS[inPages(page)] === undefined);

const inPages = (page: string): string => page.replace(/^src\/pages\//, '');

/** The set of what is built, from the same files of which the pages are made; empty where the pages are not known. */
export function routesOf(content: Content): Routes {
  const routes = new Map<string, Set<string>>();
  for (const page of content.site?.pages ?? []) {
    const path = inPages(page);
    const values = path.includes('[') ? (PARAMETERS[path]?.(content) ?? []) : [''];
    for (const value of values) routes.set(addressOf(path.replace(/\[\w+\]/, value)), new Set());
  }
  for (const file of [...(content.site?.files ?? []), ...MADE]) routes.set(`/${file}`, new Set());
  const searched = new Set(content.searched.flatMap(({ text }) => fieldsOf(text, 'page')));
  for (const lesson of content.lessons) {
    const figures = lesson.elements.flatMap(({ name, attributes }) => {
      const id = name === 'Figure' ? attributes.get('id')?.value : undefined;
      return id === undefined ? [] : [`figure-${id}`];
    });
    for (const id of idOf(lesson)) {
      const address = `/lessons/${id}/`;
      // The last ones are below every lesson, or below those that people search for: see Lesson.astro.
      const below = ['rules', 'sources', ...(searched.has(address) ? ['searched'] : [])];
      if (routes.has(address))
        routes.set(
          address,
          new Set([...headingsOf(lesson).map(({ anchor }) => anchor), ...figures, ...below]),
        );
    }
  }
  if (routes.has('/glossary/'))
    routes.set('/glossary/', new Set(content.glossary.flatMap(({ text }) => fieldsOf(text, 'id'))));
  return routes;
}

/** One field of each row of a list in YAML, as far as it is a text. */
function fieldsOf(text: string, key: string): string[] {
  const rows: unknown = parseDocument(text).toJS();
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
