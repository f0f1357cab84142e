import { nearest } from '#model/parse/nearest.ts';
import type { ContentCheck } from '../check.ts';
import { at, type LessonFile, type ContentFile } from '../content.ts';
import type { ContentFinding } from '../finding.ts';
import { headingsOf } from '../headings.ts';
import { withoutCode } from '../mdx.ts';
import { type Routes, routesOf, unknownPages } from '../routes.ts';

export const internalLinks: ContentCheck = {
  id: 'internal-links',
  title: 'Links within the site lead to a page that is built, and to a place that is in it.',
  find: (content) => {
    const routes = content.site === null ? null : routesOf(content);
    return [
      ...unknownPages(content).map((page) => at({ path: page, text: '' }, 0, UNKNOWN)),
      ...content.lessons.flatMap((file) => inLesson(file, routes)),
      ...content.yaml.flatMap(inYaml),
      ...(content.site?.sources ?? []).flatMap((file) => inSource(file, routes ?? new Map())),
    ];
  },
};

const UNKNOWN = 'for which values is this page built? Say it in PARAMETERS of src/lint/routes.ts';
const LINK = /\]\(\s*<?([^)\s>]*)|\bhref=["']([^"']*)["']/g;

interface Link {
  target: string;
  offset: number;
}

function linksIn(text: string): Link[] {
  return [...text.matchAll(LINK)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return { target, offset: match.index + match[0].indexOf(target, match[1] === undefined ? 6 : 2) };
  });
}

function inLesson(file: LessonFile, routes: Routes | null): ContentFinding[] {
  return linksIn(withoutCode(file.text))
    .filter(({ offset }) => offset >= file.bodyStart)
    .flatMap(({ target, offset }) => {
      const problem = target.startsWith('#')
        ? placeProblem(target.slice(1), [...headingsOf(file).map(({ anchor }) => anchor), 'rules', 'sources'])
        : problemOf(target, routes);
      const named = target === '' ? 'nothing' : target;
      return problem === null ? [] : [at(file, offset, `link to ${named}: ${problem}`)];
    });
}

/** Facts, questions, levels and the glossary are shown with `code` and emphasis, and nothing else of Markdown. */
function inYaml(file: ContentFile): ContentFinding[] {
  return linksIn(withoutCode(file.text))
    .filter(({ target }) => /^([/#.]|https?:)/.test(target))
    .map(({ target, offset }) =>
      at(file, offset, `link to ${target}: texts in YAML are shown without links, name the page in words`),
    );
}

/** Addresses are written in three ways: `href('x/')`, `path: 'x/'`, and after the base path in a template. */
const WRITTEN =
  /\bhref\(\s*(?:'([^'\n]*)'|`([^`\n]*)`)|\bpath: '([a-z][\w/-]*\/)'|BASE_URL[^}`]*\}\/([a-z][^`\n]*)`/g;

function inSource(file: ContentFile, routes: Routes): ContentFinding[] {
  const code = withoutComments(file.text);
  const written = [...code.matchAll(WRITTEN)].flatMap((match) => {
    const target = match.slice(1).find((part) => part !== undefined) ?? '';
    // What stands in braces may be anything that is one part of an address.
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
