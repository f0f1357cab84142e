import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:tsx|astro)$/.test(name),
);

/** Where JSX drops the blank between two lines: a line ends with a tag or an expression, and a word begins the next one, or the other way round. */
function joints(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    const next = lines[i + 1] ?? '';
    const ends =
      /(<\/(?:a|b|strong|em|code|span|time)>|\/>)$/.test(line.trim()) && /^\s+[a-z]+[ .,]/.test(next);
    const begins =
      /^\s+[a-zA-Z][\w ,']* [a-z]+$/.test(line) &&
      /^\s+<(?:a|strong|em|code|time)\b/.test(next) &&
      !/[=:(]/.test(line);
    return ends || begins ? [`${i + 1}: ${line.trim()} | ${next.trim()}`] : [];
  });
}

/** Numbers before a plural noun that no helper made, and articles before a word that is filled in. */
const COUNT =
  /\$\{(?:[\w.]*(?:length|count|n|size|total))\} (?!of\b|such\b)(?:[a-z]+ )?(?!characters|levels|MB)[a-z]{3,}s\b(?! \?)/g;
const ARTICLE = /(?<![\w'])\ban? \$\{(?!names?\b)/g;

/**
 * Lines that choose the form themselves, the sources of a trigger, which are twenty or more, a verb with an s, all rules or
 * facts, of which there are hundreds, stages where there are several, and brackets and types of resources after `a`.
 */
const ALLOWED =
  /(=== 1|> 3) \?|n === 1|sources(,| already)|has workspaces\.|^\s*const counts =|closes nothing|[Oo]f \$\{\w+\.length\}|about any of|stages\.length|\b[Aa] \$\{(?:(?:last\.)?sign|types?(?:\[0\])?)\}/;

describe('words that are put together', () => {
  it('keeps the blank between a tag and a word on the next line', () => {
    const found = files.flatMap((name) =>
      joints(readFileSync(new URL(name, root), 'utf8')).map((line) => `${name}:${line}`),
    );
    expect(found).toEqual([]);
  });

  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(model|state|engine|islands|quiz|hcl|components|cli|lms)\/.*\.(?:tsx?|astro)$/.test(name),
  );
  it.each([
    ['counts things by the helper', COUNT],
    ['chooses the article by the helper', ARTICLE],
  ])('%s', (_, pattern) => {
    const found = sources.flatMap((name) =>
      readFileSync(new URL(name, root), 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          line.match(pattern) === null || ALLOWED.test(line) ? [] : [`${name}:${i + 1}: ${line.trim()}`],
        ),
    );
    expect(found).toEqual([]);
  });
});
