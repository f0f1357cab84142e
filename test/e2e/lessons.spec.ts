import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { axe, axeColours, axeSizes, setTheme } from './axe.ts';
import { test } from './fixtures.ts';
import { settle } from './pages.ts';

const folder = new URL('../../content/lessons/', import.meta.url);
const LESSONS = readdirSync(folder)
  .sort()
  .map((name) => /^id: (.+)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? '');

/** A figure, once its island listens. */
async function figure(page: Page, id: string): Promise<Locator> {
  const found = page.locator(`#figure-${id}`);
  await found.scrollIntoViewIfNeeded();
  await expect(found.locator('astro-island[ssr]')).toHaveCount(0);
  return found;
}

for (const id of LESSONS) {
  test(`lesson ${id}: axe finds nothing in both themes, nothing sticks out at 320 px`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`lessons/${id}/`);
    await settle(page);
    // Each theme once and each width once: colours do not depend on the width. What is there on a phone that is not on a
    // desk is the same for all lessons, and site.spec.ts looks at it.
    await page.setViewportSize({ width: 1280, height: 740 });
    await setTheme(page, 'light');
    await axe(page, 'light, 1280 px');
    await page.setViewportSize({ width: 360, height: 740 });
    await setTheme(page, 'dark');
    await axeColours(page, 'dark, 360 px');
    await axeSizes(page, '360 px');
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
}

test('a learner guesses, turns a switch, plays, and is told what the simulator says', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('lessons/auto-apply/');
  const board = await figure(page, 'two-switches');
  await board.getByLabel('My guess: run 1 of app').selectOption('applied');
  await board.getByRole('button', { name: 'To the end' }).click();
  await expect(board.getByRole('status')).toContainText('You said: applied. The simulator says:');
  await board.getByRole('checkbox', { name: 'app: auto_apply_run_trigger' }).check();
  await expect(board.getByRole('status')).toHaveText('');
  await board.getByRole('button', { name: 'To the end' }).click();
  await expect(board.getByRole('status')).toHaveText('Right: applied.');
});

test('a learner turns priority on and sees another set win', async ({ page }) => {
  await page.goto('lessons/variable-precedence/');
  const board = await figure(page, 'precedence-ladder');
  const size = board.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'size' }) });
  await expect(size).toHaveCount(0);
  await board.getByRole('button', { name: 'Show' }).click();
  await expect(size).toContainText('set of-shop');
  await board.getByRole('checkbox', { name: 'base: priority' }).check();
  await expect(size).toContainText('set base');
});

test('a learner unfolds the fact behind a statement', async ({ page }) => {
  await page.goto('lessons/what-fires/');
  const claim = page.locator('.claim').first();
  await claim.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(claim.getByText('Source: cloud-docs/workspaces/settings/run-triggers')).toBeVisible();
});

test('a learner opens the board that a piece of code builds', async ({ page }) => {
  await page.goto('lessons/build-a-b-c/');
  await page.locator('.builds').getByRole('link', { name: 'Open it in the sandbox' }).click();
  await expect(page).toHaveURL(/\/sandbox\//);
  await expect(page.getByText('a-network').first()).toBeVisible();
  await expect(page.getByText('c-app').first()).toBeVisible();
});

test('a learner reads what a word means, and closes the card with Escape', async ({ page }) => {
  await page.goto('lessons/run-triggers/');
  const word = page.getByRole('link', { name: 'source', exact: true });
  await word.focus();
  await expect(page.locator('#term-source')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#term-source')).toBeHidden();
  await word.press('Enter');
  await expect(page).toHaveURL(/glossary\/#source$/);
});

test('a learner sees the course beside a lesson, what is read of it, and where they are', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('lessons/policies/');
  const course = page.getByRole('navigation', { name: 'Course' });
  const here = course.locator('a[aria-current="page"]');
  await expect(course.locator('a')).toHaveCount(LESSONS.length);
  await expect(here).toHaveText('Policies: who is stopped, and who may let it pass');
  await expect(here).toBeVisible();
  await expect(course.locator('> details')).toHaveAttribute('open');
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByRole('button', { name: 'Read ✓' })).toBeVisible();
  await expect(course.locator('li:has([aria-current])')).toContainText('✓ read');
  await expect(course.locator('summary').filter({ hasText: 'Runs' })).toHaveText('Runs · 1 of 7 read');

  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await expect(here).toBeHidden();
  const fold = course.getByText('Course: lesson 10 of 27 · 1 of 27 read');
  await fold.focus();
  await page.keyboard.press('Enter');
  await course.getByText('Run triggers', { exact: true }).click();
  await course.getByRole('link', { name: 'Chains, fan-out, fan-in and the diamond' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chains, fan-out, fan-in and the diamond');
  await page.emulateMedia({ media: 'print' });
  await expect(course).toBeHidden();
});

test('without scripts the course is listed all the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('lessons/policies/');
  const course = page.getByRole('navigation', { name: 'Course' });
  await expect(course.locator('a[aria-current="page"]')).toBeVisible();
  await course.getByText('Exam', { exact: true }).click();
  await expect(course.getByRole('link', { name: /^What to take into the exam/ })).toBeVisible();
  await context.close();
});
