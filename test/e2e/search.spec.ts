import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';

/** What people type, and a page that answers it. */
const PHRASES: readonly (readonly [string, string])[] = [
  ['speculative plan', 'rules/mode-02/'],
  ['concurrency', 'rules/cc-01/'],
  ['resource not found although the workspace exists', 'lessons/setting-up-triggers/'],
  ['This object does not have an attribute named', 'rules/rs-01/'],
  ['Unsupported attribute', 'rules/rs-01/'],
  ['Configuration version is missing', 'rules/fi-37/'],
  ['cost_estimating confirm apply 409', 'rules/run-04/'],
  ['why does my triggered run wait', 'rules/aa-05/'],
  ['auto apply not working', 'rules/aa-05/'],
  ['share output between workspaces', 'rules/rs-03/'],
  ['who can override a policy', 'rules/pol-06/'],
  ['cycle', 'rules/cy-11/'],
  ['workspace without runs ignores webhook', 'lessons/why-nothing-ran/'],
  // Misspelt, with a word that no page has, and with more of a message than any page quotes.
  ['auto_aply', 'lessons/auto-apply/'],
  ['auto_apply_run_triger', 'rules/aa-05/'],
  ['kubernetes speculative plan', 'rules/mode-02/'],
  ['Error: Unsupported attribute on main.tf line 12', 'rules/rs-01/'],
  ['my colleague would like to know who can override a failed policy please', 'rules/pol-06/'],
];

const status = (page: Page) => page.locator('[data-search-status]');

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(
    new RegExp(`q=${encodeURIComponent(words).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
  );
}

test('each phrase that people type has its answer among the first three results', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('search/');
  const wrong: string[] = [];
  for (const [words, answer] of PHRASES) {
    await searchFor(page, 'zzzz');
    await expect(status(page)).toHaveText('Nothing found for “zzzz”.');
    await searchFor(page, words);
    await expect(status(page)).toContainText(/\d+ pages? found/);
    const links = page.locator('[data-search-results] a');
    const found = await links.evaluateAll((all) =>
      all.slice(0, 3).map((link) => link.getAttribute('href') ?? ''),
    );
    if (!found.some((href) => href.includes(`/${answer}`))) wrong.push(`${words}: ${found.join(', ')}`);
  }
  expect(wrong).toEqual([]);
});

test('a result says what kind of page it is, and a word of the glossary is opened at its place', async ({
  page,
}) => {
  await page.goto('search/?q=diamond');
  await expect(status(page)).toContainText('found');
  const kinds = await page.locator('[data-search-results] .kind').allTextContents();
  expect(kinds).toContain('Lesson');
  const entry = page
    .locator('[data-search-results] li', { has: page.getByText('Glossary', { exact: true }) })
    .getByRole('link');
  await expect(entry).toHaveAttribute('href', /glossary\/#diamond$/);
});

test('what was read otherwise than typed is said, and words that stand nowhere are named', async ({
  page,
}) => {
  await page.goto('search/');
  await searchFor(page, 'auto_aply');
  await expect(status(page)).toContainText('No page says “auto_aply”, so this is for “auto_apply”.');
  await searchFor(page, 'kubernetes trigger');
  await expect(status(page)).toContainText('No page says “kubernetes”.');
  await expect(status(page)).toContainText(/\d+ pages found/);
});

test('words that are typed before the page is ready are looked for once it is', async ({ page }) => {
  let release: () => void = () => undefined;
  const typed = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto('search/', { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('override');
  release();
  await expect(page.locator('[data-search-results] a').first()).toBeVisible();
});

test('a search that finds nothing leads on', async ({ page }) => {
  await page.goto('search/');
  await searchFor(page, 'qwrtzp');
  await expect(status(page)).toHaveText('Nothing found for “qwrtzp”.');
  await page.locator('main').getByRole('link', { name: 'Rule book' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an index that does not arrive is said, and loaded with the next press of the button', async ({
  page,
  trouble,
}) => {
  trouble.allow(/words\.json/);
  await page.route('**/pagefind/words.json', (route) => route.abort());
  await page.goto('search/');
  await searchFor(page, 'cycle');
  await expect(status(page)).toContainText('Check your connection, then press Search again.');
  await page.unroute('**/pagefind/words.json');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(status(page)).toContainText(/\d+ pages? found/);
});

test('the words of an error message stand on the page that explains it', async ({ page }) => {
  await page.goto('rules/fi-37/');
  const asked = page.getByRole('region', { name: 'Is this what you were looking for?' });
  await expect(asked).toContainText('Configuration version is missing');
});
