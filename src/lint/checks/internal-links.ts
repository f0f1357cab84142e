import type { Check } from '../check.ts';
import { at, type Content, type LessonFile } from '../content.ts';
import { headingsOf } from '../headings.ts';
import { withoutCode } from '../mdx.ts';

export const internalLinks: Check = {
  id: 'internal-links',
  title: 'Links within the site lead to a page, a heading or a fact that exists.',
  find: (content) =>
    content.lessons.flatMap((file) => {
      const body = withoutCode(file.text);
      return [...body.matchAll(/\]\(\s*<?([^)\s>]*)|\bhref="([^"]*)"/g)]
        .filter((match) => match.index >= file.bodyStart)
        .flatMap((match) => {
          const target = match[1] ?? match[2] ?? '';
          const problem = problemOf(target, file, content);
          const offset = match.index + match[0].indexOf(target, match[1] === undefined ? 6 : 2);
          return problem === null
            ? []
            : [at(file, offset, `link to ${target === '' ? 'nothing' : target}: ${problem}`)];
        });
    }),
};

function problemOf(target: string, file: LessonFile, content: Content): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return target.startsWith('http:') ? 'must be https' : null;
  const [path = '', hash = ''] = target.split('#');
  if (target.startsWith('#')) return anchorProblem(file, hash);
  if (!path.startsWith('/')) return 'must start with / or #: relative addresses break when a page moves';
  const [section = '', name = '', ...rest] = path.split('/').filter((part) => part !== '');
  if (rest.length > 0) return 'is no page of the site';
  if (section === 'lessons' && name !== '') {
    const lesson = content.lessons.find((other) => other.slug === name);
    return lesson === undefined
      ? `there is no lesson ${name}`
      : hash === ''
        ? null
        : anchorProblem(lesson, hash);
  }
  if (section === 'levels' && name !== '') {
    return content.levels.some((level) => level.path.endsWith(`/${name}.yaml`))
      ? null
      : `there is no level ${name}`;
  }
  if (section === 'facts' && hash !== '')
    return content.factIds.has(hash) ? null : `${hash} is not a fact in content/facts`;
  return content.pages === null || content.pages.some((page) => serves(page, section, name))
    ? null
    : 'is no page of the site';
}

function anchorProblem(file: LessonFile, hash: string): string | null {
  const anchors = headingsOf(file).map((heading) => heading.anchor);
  return anchors.includes(hash)
    ? null
    : `no heading has this anchor, there are ${anchors.join(', ') || 'none'}`;
}

/** `src/pages/facts/[topic].astro` serves /facts/x, `src/pages/lab.astro` and `src/pages/lab/index.astro` serve /lab. */
function serves(page: string, section: string, name: string): boolean {
  const parts = page
    .replace(/^.*src\/pages\//, '')
    .replace(/\.[a-z]+$/, '')
    .split('/')
    .filter((part) => part !== 'index');
  const wanted = [section, name].filter((part) => part !== '');
  return (
    parts.length === wanted.length && parts.every((part, i) => part === wanted[i] || part.startsWith('['))
  );
}
