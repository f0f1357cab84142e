import { expect, it } from 'vitest';
import { sitemap } from '../../src/integrations/sitemap.ts';

const at = (...paths: string[]) => paths.map((path) => ({ path, bytes: Buffer.from('') }));

it('names each page by its whole address, under a base path too, and neither the 404 page nor other files', () => {
  const files = at('index.html', 'lessons/run-triggers/index.html', '404.html', 'sw.js', 'launch.html');
  const locations = (base: string) =>
    [...sitemap(files, new URL('https://learn.example'), base).matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, address]) => address,
    );
  expect(locations('/')).toEqual([
    'https://learn.example/',
    'https://learn.example/lessons/run-triggers/',
    'https://learn.example/launch.html',
  ]);
  expect(locations('/course/a&b/')).toEqual([
    'https://learn.example/course/a&amp;b/',
    'https://learn.example/course/a&amp;b/lessons/run-triggers/',
    'https://learn.example/course/a&amp;b/launch.html',
  ]);
});
