import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { readPackage } from '../../src/integrations/licences.ts';
import { test } from './fixtures.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const project: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
);

/** Needed by the app and not shipped, and why. */
const NOT_SHIPPED: Record<string, string> = {
  '@astrojs/mdx': 'it makes pages of lessons while the site is built',
  '@astrojs/sitemap': 'it lists the pages while the site is built',
  ...Object.fromEntries(
    ['github-slugger', 'remark-gfm', 'remark-mdx', 'remark-parse', 'unified'].map((name) => [
      name,
      'it reads lessons while the site is built',
    ]),
  ),
};

test('every package that the app is made of is named with the whole text of its licence, one click from About', async ({
  page,
}) => {
  await page.goto('about/');
  await page.getByRole('link', { name: 'Read the licences' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Licences' })).toBeVisible();
  const named = await page
    .locator('main section')
    .evaluateAll((sections) =>
      sections.map((section) => [
        section.querySelector('h2')?.textContent ?? '',
        section.querySelector('pre')?.textContent ?? '',
      ]),
    );
  const texts = new Map(named.map(([name = '', text = '']) => [name, text]));
  // Below what package.json names: parts that come with them.
  const wanted = [...Object.keys(project.dependencies), '@xyflow/system', 'd3-zoom', 'scheduler', 'pagefind'];
  for (const name of wanted.filter((other) => !(other in NOT_SHIPPED)))
    expect(texts.get(name), name).toBe(readPackage(`${root}node_modules/${name}`).text);
  expect(texts.get('Runchain')).toBe(readFileSync(`${root}LICENSE`, 'utf8').trim());
  for (const [name, text] of texts) expect(text.length, name).toBeGreaterThan(400);
});

test('the licences are kept for use without a network, and every font file that is shipped has one', () => {
  const worker = readFileSync(`${root}dist/sw.js`, 'utf8');
  expect(worker).toContain('"about/licences/"');
  const page = readFileSync(`${root}dist/about/licences/index.html`, 'utf8');
  expect(page.match(/SIL OPEN FONT LICENSE/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
  const fonts = `${root}dist/_astro/fonts`;
  expect(existsSync(fonts) ? readdirSync(fonts).filter((name) => name.endsWith('.woff2')).length : 0).toBe(2);
});
