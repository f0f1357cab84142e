import { visit } from 'yaml';
import { nearest } from '#model/parse/nearest.ts';
import type { ContentCheck } from '../contentCheck.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';
import { linksIn } from '#model/content/lessonBody.ts';
import type { LessonFile } from '#model/content/lessonFile.ts';
import { yamlFilesOf } from '#model/content/loadContent.ts';
import { at, type ContentFile, type YamlFile } from '#model/content/yamlFile.ts';
import { placesIn, type Routes, routesOf, unknownPages } from '../routes.ts';

export const internalLinks: ContentCheck = {
  id: 'internal-links',
  title: 'Links within the site lead to a page that is built, and to a place that is in it.',
  find: (content) => {
    const routes = content.site === null ? null : routesOf(content);
    return [
      ...unknownPages(content).map((page) => at({ path: page, text: '' }, 0, UNKNOWN)),
      ...content.lessons.flatMap((file) => inLesson(file, placesIn(file, content), routes)),
      ...yamlFilesOf(content).flatMap(inYaml),
      ...(content.site?.sources ?? []).flatMap((file) => inSource(file, routes ?? new Map())),
    ];
  },
};

const UNKNOWN = 'for which values is this page built? Say it in PARAMETERS of src/lint/routes.ts';

function inLesson(file: LessonFile, places: readonly string[], routes: Routes | null): ContentFinding[] {
  return file.body.links.flatMap(({ value: target, offset }) => {
    const problem = target.startsWith('#')
      ? placeProblem(target.slice(1), places)
      : problemOf(target, routes);
    const named = target === '' ? 'nothing' : target;
    return problem === null ? [] : [at(file, offset, `link to ${named}: ${problem}`)];
  });
}

/** Facts, questions, levels and the glossary are shown with `code` and emphasis, and nothing else of Markdown. */
function inYaml(file: YamlFile<unknown>): ContentFinding[] {
  const found: ContentFinding[] = [];
  visit(file.doc, {
    Scalar(_key, { value, range }) {
      if (typeof value !== 'string') return;
      for (const target of linksIn(value)) {
        if (!/^([/#.]|https?:)/.test(target)) continue;
        const start = file.start + (range?.[0] ?? 0);
        const place = file.text.indexOf(target, start);
        found.push(at(file, place < 0 ? start : place, `link to ${target}: ${SHOWN_WITHOUT}`));
      }
    },
  });
  return found;
}

const SHOWN_WITHOUT = 'texts in YAML are shown without links, name the page in words';

/** Addresses are written in three ways: `href('x/')`, `path: 'x/'`, and after the base path in a template. */
const WRITTEN =
  /\bhref\(\s*(?:'([^'\n]*)'|`([^`\n]*)`)|\bpath: '([a-z][\w/-]*\/)'|BASE_URL[^}`]*\}\/([a-z][^`\n]*)`/g;

function inSource(file: ContentFile, routes: Routes): ContentFinding[] {
  const code = withoutComments(file.text);
  const written = [...code.matchAll(WRITTEN)].flatMap((match) => {
    const target = match.slice(1).find((part) => part !== undefined) ?? '';
    // What is in braces may be anything that is one part of an address.
    const asked = `/${target}`.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '*');
    const problem = leadsSomewhere(asked, routes);
    const offset = match.index + match[0].lastIndexOf(target);
    return problem ? [] : [at(file, offset, `link to ${target}: is no page of the site`)];
  });
  const bare = [...code.matchAll(/\bhref="(\/[^"]*)"/g)].map((match) =>
    at(file, match.index + 6, `link to ${match[1]}: goes past the base path, use href() of site.ts`),
  );
  return [...written, ...bare];
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

function leadsSomewhere(asked: string, routes: Routes): boolean {
  const [path = '', place = ''] = asked.split('#');
  const address = path === '/' || /\.\w+$/.test(path) || path.endsWith('/') ? path : `${path}/`;
  const pattern = new RegExp(`^${address.replaceAll(/[.+?()[\]]/g, '\\$&').replaceAll('*', '[^/]+')}`);
  // A folder of files is no page, and scripts put the rest of the address behind it.
  const found = [...routes].filter(
    ([route]) => pattern.exec(route)?.[0] === route || (/\.\w+$/.test(route) && pattern.test(route)),
  );
  return found.some(([, places]) => place === '' || place.includes('*') || places.has(place));
}

function problemOf(target: string, routes: Routes | null): string | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target))
    return 'leads away from the site: name the page in words, and in `sources`';
  if (!target.startsWith('/')) return 'must start with / or #: relative addresses break when a page moves';
  if (routes === null) return null;
  const [path = '', place = ''] = target.split('#');
  const places = routes.get(path);
  if (places !== undefined) return place === '' ? null : placeProblem(place, [...places]);
  if (routes.has(`${path}/`)) return `is written ${path}/`;
  const like = nearest(path, [...routes.keys()]);
  return `is no page of the site${like === null ? '' : `, did you mean ${like}?`}`;
}

const placeProblem = (place: string, places: readonly string[]): string | null =>
  places.includes(place) ? null : `no heading has this anchor, there are ${places.join(', ') || 'none'}`;
