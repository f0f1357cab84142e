import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { readProject } from '#cli/project.ts';
import { routesOf } from '#lint/routes.ts';
import { test } from './fixtures.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const routes = routesOf(readProject());

test('the pages and data that the linter knows are those that were built, no more and no fewer', () => {
  const built = files
    .filter((path) => path.endsWith('.html') || /^practice\/bank\/.*\.json$/.test(path))
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`);
  const known = [...routes.keys()].filter((route) => /\/$|^\/practice\/.*\.json$|\.html$/.test(route));
  expect(known.sort()).toEqual(built.sort());
  // Files that are copied, or made by the build.
  expect(
    [...routes.keys()].filter((route) => !route.endsWith('/') && !files.includes(route.slice(1))),
  ).toEqual([]);
});

test('the places in pages that the linter knows are those that are in them', () => {
  const wrong: string[] = [];
  for (const [route, places] of routes) {
    if (!route.endsWith('/')) continue;
    const html = readFileSync(join(dist, route, 'index.html'), 'utf8').replaceAll(
      /<script\b[\s\S]*?<\/script>/g,
      '',
    );
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? ''));
    wrong.push(
      ...[...places].filter((place) => !ids.has(place)).map((place) => `${route}#${place}: not built`),
    );
    // What a person would link to: headings, figures, and the words of the glossary; not React's own ids.
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const linked = /<(?:h[1-6]|div)\b[^>]*\sid="([^"]*)"/g;
    if (/^\/(lessons\/.+|glossary\/)$/.test(route))
      wrong.push(
        ...[...main.matchAll(linked)]
          .map(([, id]) => id ?? '')
          .filter((id) => !places.has(id) && !id.startsWith('_r'))
          .map((id) => `${route}#${id}: not known`),
      );
  }
  expect(wrong).toEqual([]);
  expect(routes.size).toBeGreaterThan(100);
});

test('no blank is lost between a link, or other words of a sentence, and what follows', () => {
  const joined: string[] = [];
  for (const file of files.filter((path) => path.endsWith('.html'))) {
    const html = readFileSync(join(dist, file), 'utf8').replaceAll(
      /<(script|style|pre|svg)\b[\s\S]*?<\/\1>/g,
      '',
    );
    // A blank inside the tag keeps words apart as well as one beside it.
    const between =
      /[\w.,;:]<\/(?:a|em|strong|code|b|i|span)>[a-z]+|[a-z,.;:]+<(?:a|em|strong|code|b|i)\b[^>]*>\w+/gi;
    joined.push(
      ...[...html.matchAll(between)].map(([found]) => `${file}: ${found.replaceAll(/<[^>]*>/g, '')}`),
    );
  }
  expect(joined).toEqual([]);
});
