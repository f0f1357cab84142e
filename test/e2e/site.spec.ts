import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const PAGES = [
  ['home', ''],
  ['lessons', 'lessons/'],
  ['lesson', 'lessons/run-triggers/'],
  ['glossary', 'glossary/'],
  ['practice', 'practice/'],
  ['sandbox', 'sandbox/'],
  ['rule book', 'rules/'],
  ['rule', 'rules/pol-04/'],
  ['coverage', 'rules/coverage/'],
  ['search', 'search/?q=override'],
  ['about', 'about/'],
  ['not found', '404.html'],
] as const;

/** Every error that the browser itself reports; a refusal by the content security policy is one of them. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    // The page for a missing address is itself answered with 404.
    if (message.type() === 'error' && !message.text().includes('404 (Not Found)'))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** Islands start when they are seen: bring each into view until none waits. */
async function settle(page: Page) {
  const waiting = page.locator('astro-island[ssr]');
  await expect(async () => {
    // Not by locator: an island that starts meanwhile no longer matches, and the locator would wait for it.
    await page.evaluate(() => document.querySelector('astro-island[ssr] > *')?.scrollIntoView());
    await expect(waiting).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await page.evaluate(() => scrollTo(0, 0));
}

for (const [name, path] of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing and the browser reports no error`, async ({ page }) => {
      const errors = errorsOf(page);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const size of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(size);
        await page.goto(path);
        await settle(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
        expect(found, `at ${size.width} px`).toEqual([]);
      }
      expect(errors).toEqual([]);
    });
  }

  test(`${name}: nothing sticks out at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await settle(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test('a stored theme holds on the next page, before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('lessons/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the first Tab offers to skip to the content', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('search finds a rule by words of its text and opens it by keyboard', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill('policy override');
  await expect(page.getByText(/\d+ pages? found/)).toBeVisible();
  const first = page.locator('[data-search-results] a').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).not.toContain('search');
});

test('the rule book is filtered while one types', async ({ page }) => {
  await page.goto('rules/');
  await page.getByRole('searchbox', { name: 'Find a rule' }).fill('hard-mandatory');
  await expect(page.getByText(/rules? found/)).toBeVisible();
  await expect(page.locator('[data-rules] > li:visible').first()).toContainText('POL-04');
  await page.getByRole('searchbox', { name: 'Find a rule' }).fill('zzz');
  await expect(page.getByText('0 rules found. Try fewer words.')).toBeVisible();
});
