import { expect, it } from 'vitest';
import { readBody } from '#model/content/lessonBody.ts';
import { loadContent, problemsOf } from '#model/content/loadContent.ts';
import { contentOf } from '../support/content.ts';

it('reads all content of the project without a problem, bodies of lessons included', () => {
  const content = contentOf();
  expect(problemsOf(content)).toEqual([]);
  expect(content.lessons.flatMap(({ slug, body }) => (body.problem === null ? [] : [slug]))).toEqual([]);
  const parts = [content.facts, content.questions, content.levels, content.boards];
  for (const part of parts) expect(part.length).toBeGreaterThan(20);
});

it('names every problem with its place, in every kind of file, and leaves other files alone', () => {
  const content = loadContent([
    { path: 'content/notes.txt', text: ':' },
    { path: 'content/glossary.yaml', text: '- id: agent\n  term: 3\n' },
    { path: 'content/facts/a.yaml', text: '- id: RT-01\n  claim: a: b\n' },
    { path: 'content/lessons/01-a.mdx', text: '---\nid: a\nminutes: many\n---\n' },
  ]);
  const places = problemsOf(content).map(({ file, line }) => `${file}:${line}`);
  expect(new Set(places)).toEqual(
    new Set([
      'content/facts/a.yaml:2',
      'content/lessons/01-a.mdx:2',
      'content/lessons/01-a.mdx:3',
      'content/glossary.yaml:1',
      'content/glossary.yaml:2',
    ]),
  );
});

it('places what is in a lesson where it is written, below its frontmatter and in braces too', () => {
  const start = '---\nid: a\n---\n';
  const text = `${start}\n## One \`two\` {/* no word */}\n\n<A b={\`\n    c > {d}\n\`} e="f" g={1 + 1} /> [h]( </i> "j")\n`;
  const { headings, elements, links, problem } = readBody(text, start.length);
  expect(problem).toBeNull();
  expect(headings).toEqual([{ level: 2, text: 'One two', anchor: 'one-two', offset: text.indexOf('##') }]);
  const [{ attributes } = { attributes: new Map() }] = elements;
  for (const [name, value] of [
    ['b', '\n    c > {d}\n'],
    ['e', 'f'],
    ['g', '1 + 1'],
  ] as const) {
    const offset = text.indexOf(value, text.indexOf(`${name}=`));
    expect(attributes.get(name), name).toEqual({ value, offset, end: offset + value.length });
  }
  expect(links).toEqual([{ value: '/i', offset: text.indexOf('/i') }]);
});

it('takes code, tables and components out of the prose, and keeps what they hold elsewhere', () => {
  const text =
    'A <B c="d">word</B> and `code`.\n\n- item\n\n| e |\n| - |\n| f |\n\n```hcl invalid\ng = 1\n```\n';
  const { prose, cells, code, passages } = readBody(text, 0);
  expect(prose.replace(/\s+/g, ' ').trim()).toBe('A word and . item .');
  expect(cells).toBe('e f');
  expect(code).toEqual([{ language: 'hcl', meta: 'invalid', value: 'g = 1', offset: text.indexOf('```') }]);
  expect(passages.map(({ offset }) => offset)).toEqual(
    ['A <B', '- item', '| e', '```'].map((part) => text.indexOf(part)),
  );
});

it('says where a lesson is no MDX', () => {
  const text = 'One.\n\n<A>Two.\n';
  expect(readBody(text, 0)).toMatchObject({
    problem: { offset: text.indexOf('<A>') },
    elements: [],
    prose: '',
  });
});
