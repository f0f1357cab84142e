import { describe, expect, it } from 'vitest';
import type { SiteFiles } from '#lint/contentCheck.ts';
import { CHECKS } from '#lint/index.ts';
import { loadContent } from '#model/content/loadContent.ts';

const SITE: SiteFiles = {
  pages: ['src/pages/index.astro', 'src/pages/rules/[fact].astro', 'src/pages/practice/bank/all.json.ts'],
  files: ['favicon.svg'],
  sources: [],
};
const FACTS = {
  path: 'content/facts/known.yaml',
  text: '- { id: AA-05, claim: Known., source: [some/page], as_of: 2025-09, status: documented }\n',
};

/** A template as a source has it. */
const source = (text: string) => text.replaceAll('«', '${').replaceAll('»', '}');

/** `line:column: message` of each link that leads nowhere. */
function found(path: string, text: string, site: SiteFiles = SITE): string[] {
  const check = CHECKS.find(({ id }) => id === 'internal-links');
  const isSource = path.startsWith('src/');
  const content = {
    ...loadContent(isSource ? [FACTS] : [FACTS, { path, text }]),
    site: { ...site, sources: isSource ? [{ path, text }] : [] },
  };
  return (check?.find(content) ?? []).map((f) => `${f.line}:${f.column}: ${f.message}`);
}

describe('links that are written by hand', () => {
  it.each([
    ["<a href={href('rules/')}>", '1:16: link to rules/: is no page of the site'],
    ["const nav = [{ path: 'lab/', label: 'Lab' }];", '1:23: link to lab/: is no page of the site'],
    ['// words\nconst a = href(`lessons/«id»/`);', '2:17: link to lessons/«id»/: is no page of the site'],
    ["href('rules/zz-99/')", '1:7: link to rules/zz-99/: is no page of the site'],
    ["href('rules/aa-05/#there')", '1:7: link to rules/aa-05/#there: is no page of the site'],
    ['`«import.meta.env.BASE_URL»/levels/«id»/`', '1:30: link to levels/«id»/: is no page of the site'],
    [
      '<a href="/rules/aa-05/">',
      '1:10: link to /rules/aa-05/: goes past the base path, use href() of site.ts',
    ],
  ])('in a source: %s', (text, finding) => {
    expect(found('src/components/A.astro', source(text))).toEqual([source(finding)]);
  });

  it.each([
    "<a href={href('')}>",
    "href('rules/aa-05/')",
    'href(`rules/«fact.toLowerCase()»/`)',
    "href('favicon.svg', true)",
    "href('practice/bank/')",
    "// href('nowhere/')",
    '`«import.meta.env.BASE_URL.replace(/x/, "")»/rules/«fact»/`',
  ])('nothing in a source: %s', (text) => {
    expect(found('src/components/A.astro', source(text))).toEqual([]);
  });

  it.each([
    'content/facts/a.yaml',
    'content/questions/firing/a.yaml',
    'content/levels/01-a.yaml',
    'content/glossary.yaml',
    'content/boards/a.yaml',
  ])('in %s, where no link is shown as one', (path) => {
    expect(found(path, '- claim: "See [the rule](/rules/aa-05/)."\n')).toEqual([
      '1:26: link to /rules/aa-05/: texts in YAML are shown without links, name the page in words',
    ]);
    expect(found(path, '- claim: "Write `[a](/b)` in code."\n')).toEqual([]);
  });

  it('in a lesson: behind a name, and in a component that is a link', () => {
    const lesson = 'content/lessons/01-a.mdx';
    expect(found(lesson, 'See [a][b].\n\n[b]: /nowhere/\n')).toEqual([
      '3:6: link to /nowhere/: is no page of the site',
    ]);
    expect(found(lesson, 'See <a href="/nowhere/">a</a>.\n')).toEqual([
      '1:14: link to /nowhere/: is no page of the site',
    ]);
  });

  it('nothing in a lesson: its own figure, code in a list, and what only looks like a link', () => {
    const text =
      '<Figure id="one" title="One" layout="a -> b" />\n\nSee [it](#figure-one), `[a](/b)`.\n\n- item\n\n  ```\n  [a](/b)\n  ```\n\n\\[a](/b)\n';
    expect(found('content/lessons/01-a.mdx', text)).toEqual([]);
  });

  it('a page whose values nobody lists is named', () => {
    const site = { ...SITE, pages: [...SITE.pages, 'src/pages/teams/[team].astro'] };
    expect(found('src/components/A.astro', '', site)).toEqual([
      '1:1: for which values is this page built? Say it in PARAMETERS of src/lint/routes.ts',
    ]);
  });
});
