import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { crawl } from './references.ts';

const base = `/${process.env['RUNCHAIN_BASE'] ?? ''}/`.replace(/\/+/g, '/');

test('every link and anchor of every page leads somewhere on this site', () => {
  const { pages, broken } = crawl(fileURLToPath(new URL('../../dist/', import.meta.url)), base);
  expect(broken).toEqual([]);
  expect(pages).toBeGreaterThan(50);
});

test('every lesson leads to the pages of its rules, to a level, and with its code to a board', () => {
  const lessons = fileURLToPath(new URL('../../dist/lessons/', import.meta.url));
  const pages = readdirSync(lessons, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const missing = pages.flatMap(({ name }) => {
    const html = readFileSync(`${lessons}${name}/index.html`, 'utf8');
    const prose = html.slice(html.indexOf('class="prose"'));
    const count = (pattern: RegExp) => prose.match(pattern)?.length ?? 0;
    return [
      ...(count(/href="[^"]*\/rules\/\w+-\d+\/"/g) > 0 ? [] : [`${name}: no rule`]),
      ...(count(/href="[^"]*\/sandbox\/levels\/[^"]+"/g) > 0 ? [] : [`${name}: no level`]),
      ...(count(/class="builds"/g) === count(/class="builds-note"[^>]*>[\s\S]*?\/sandbox\/#s=/g)
        ? []
        : [`${name}: code that opens nothing`]),
    ];
  });
  expect(pages.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
