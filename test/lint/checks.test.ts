import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '#lint/index.ts';
import { loadContent } from '#model/content/loadContent.ts';

const SAMPLES = new URL('../fixtures/lint/', import.meta.url);
/** The fact that every sample may cite, and the pages to which it may link. */
const FACTS = {
  path: 'content/facts/known.yaml',
  text: ['RT-01', 'AA-05']
    .map((id) => `- { id: ${id}, claim: Known., source: [some/page], as_of: 2025-09, status: documented }\n`)
    .join(''),
};
const SITE = {
  pages: [
    'src/pages/index.astro',
    'src/pages/lab.astro',
    'src/pages/glossary/index.astro',
    'src/pages/lessons/[id].astro',
    'src/pages/rules/[fact].astro',
    'src/pages/sandbox/levels/[id].astro',
  ],
  files: ['favicon.svg'],
  sources: [],
};
const LEVEL = { path: 'content/levels/01-first-spark.yaml', text: 'id: 01-first-spark\n' };
const GLOSSARY = { path: 'content/glossary.yaml', text: '- id: agent\n' };

/**
 * A sample says in a comment as which file it is read (`as …`), and marks the line of each finding (`✗ words of it`).
 * One that says so several times stands for several files.
 */
function findingsOf(sample: string) {
  const text = readFileSync(new URL(sample, SAMPLES), 'utf8');
  const files = sample.endsWith('.yaml') ? text.split(/^(?=# as \S+$)/m) : [text];
  const parts = files.map((part) => ({
    path: /# as (\S+)/.exec(part)?.[1] ?? '',
    text: part,
  }));
  const check = CHECKS.find(({ id }) => id === sample.replace(/\.\w+$/, ''));
  const own = text.includes('id: RT-01, claim: One.') ? [] : [FACTS];
  const found = check?.find({ ...loadContent([...own, LEVEL, GLOSSARY, ...parts]), site: SITE }) ?? [];
  const expected = parts.flatMap(({ path, text: part }) =>
    part.split('\n').flatMap((line, i) => {
      const words = /✗ (.+?)(?: \*\/\}|$)/.exec(line)?.[1];
      return words === undefined ? [] : [{ file: path, line: i + 1, words }];
    }),
  );
  const paths = parts.map(({ path }) => path);
  const order = (file: string) => paths.indexOf(file);
  return {
    found: found
      .filter((finding) => paths.includes(finding.file))
      .sort((a, b) => order(a.file) - order(b.file) || a.line - b.line),
    expected,
  };
}

const samples = readdirSync(SAMPLES).sort();

describe('content checks', () => {
  it('have one bad sample each', () => {
    expect(samples.map((name) => name.replace(/\.\w+$/, ''))).toEqual(CHECKS.map(({ id }) => id).sort());
  });

  it('are listed where their files are', () => {
    const files = readdirSync(new URL('../../src/lint/checks/', import.meta.url)).map((name) =>
      name.replace('.ts', ''),
    );
    expect(files.sort()).toEqual(CHECKS.map(({ id }) => id).sort());
  });

  it.each(samples)('report exactly the marked lines of %s', (sample) => {
    const { found, expected } = findingsOf(sample);
    expect(expected).not.toEqual([]);
    expect(
      found.map(({ file, line }) => `${file}:${line}`),
      JSON.stringify(found, null, 1),
    ).toEqual(expected.map(({ file, line }) => `${file}:${line}`));
    for (const [i, { words }] of expected.entries()) expect(found[i]?.message).toContain(words);
    for (const { column } of found) expect(column).toBeGreaterThan(0);
  });
});
