import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { atQuestion } from './quizJourney.ts';

/** Goes through a review, skipping the keys of questions that need more than one: those are left unanswered. */
async function goThrough(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.getByRole('button', { name: 'Start the review' }).click();
  for (let i = 0; i < 60; i++) {
    const end = page.getByRole('heading', { name: /^\d+ of \d+ right|^Nothing answered/ });
    await expect(page.locator('.quiz-stem').or(end).first()).toBeVisible();
    if (await end.isVisible()) return asked;
    await atQuestion(page);
    const label = await page.locator('.quiz-item').first().getAttribute('aria-label');
    asked.push((await page.locator('.quiz-item fieldset').textContent()) ?? '');
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(30);
    if (await page.locator('.quiz-certainty').isVisible()) {
      await page.keyboard.press('3');
      await expect(page.locator('.quiz-verdict[data-right]')).toBeFocused();
    }
    await page.locator('.quiz-stem').focus();
    await page.keyboard.press('n');
    await page.waitForFunction(
      (before) => document.querySelector('.quiz-item')?.getAttribute('aria-label') !== before,
      label,
    );
  }
  throw new Error('the review does not end');
}

test('user can review over simulated days: new ones today, due ones later, each with another question', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.clock.install({ time: new Date('2026-11-24T10:00:00') });
  await page.goto('review/');
  await expect(page.getByRole('heading', { name: '10 questions today' })).toBeVisible();
  await page.getByLabel('New questions a day').fill('4');
  await page.getByLabel('New questions a day').blur();
  await expect(page.getByRole('heading', { name: '4 questions today' })).toBeVisible();
  const first = await goThrough(page);
  // Whatever is missed, it asks as many as it said.
  expect(first).toHaveLength(4);
  await page.getByRole('button', { name: 'Start a new session' }).click();
  const due = page.locator(
    'table:has(caption:text-is("Questions that the review asks on each day")) tbody td:nth-child(2)',
  );
  await expect(due).toHaveCount(14);
  const forecast = (await due.allTextContents()).map(Number);
  expect(forecast[0]).toBe(0);
  // Nothing is due twice before it is asked: the first two days hold all that was answered.
  expect((forecast[1] ?? 0) + (forecast[2] ?? 0)).toBeGreaterThan(0);
  // The next day what was missed is due, the day after what was right.
  await page.clock.setFixedTime(new Date('2026-11-25T09:00:00'));
  await page.reload();
  await expect(page.getByText(`${forecast[1]} due and 4 new today.`)).toBeVisible();
  // Before four in the morning it is still the day before.
  await page.clock.setFixedTime(new Date('2026-11-25T03:00:00'));
  await page.reload();
  await expect(page.getByText(/ due and 4 new today\./)).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2026-11-27T09:00:00'));
  await page.reload();
  await expect(page.getByText(/ due and 4 new today\./)).toBeVisible();
  const later = await goThrough(page);
  // Cards come back; what is asked about them is another question, or the same in another order.
  expect(later.filter((text) => first.includes(text)).length).toBeLessThanOrEqual(1);
  await page.getByRole('button', { name: 'Start a new session' }).click();
  // An exam in five days: the final pass, and nothing new.
  await page.getByLabel(/^Day of your exam/).fill('2026-12-02');
  await expect(page.getByText('Your exam is in 5 days: the final pass')).toBeVisible();
});

test('exam and review: axe finds nothing in both themes', async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('review/');
  await expect(page.getByRole('button', { name: 'Start the review' })).toBeVisible();
  await axeInBoth(page, 'review');
  await page.goto('practice/');
  await expect(page.getByRole('button', { name: /^Start with/ })).toBeVisible();
  await axeInBoth(page, 'practice');
  await page.goto('exam/');
  await page.getByRole('button', { name: 'Prepare the exam' }).click();
  await axeInBoth(page, 'before the exam');
  await page.getByRole('button', { name: 'Begin the exam' }).click();
  await atQuestion(page);
  await axeInBoth(page, 'in the exam');
  await page.keyboard.press('r');
  await axeInBoth(page, 'review screen');
  await page.getByRole('button', { name: 'Submit the exam' }).click();
  await axeInBoth(page, 'dialog');
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expect(page.getByRole('heading', { name: /of 40 right/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Loading the question …')).toHaveCount(0);
  await axeInBoth(page, 'report');
});

for (const path of ['practice/', 'exam/', 'review/', 'progress/']) {
  test(`${path}: nothing sticks out at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expect(page.locator('astro-island button').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test('without a database progress is kept in local storage, and moves into the database once there is one', async ({
  context,
}) => {
  const blocked = await context.newPage();
  await blocked.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await blocked.goto('review/');
  await blocked.getByLabel('New questions a day').fill('3');
  await blocked.getByLabel('New questions a day').blur();
  await blocked.reload();
  await expect(blocked.getByRole('heading', { name: '3 questions today' })).toBeVisible();
  await blocked.goto('progress/');
  await expect(
    blocked.getByText('1 entry in the log. It is kept in this browser’s local storage'),
  ).toBeVisible();
  await blocked.close();
  const page = await context.newPage();
  await page.goto('progress/');
  await expect(page.getByText('1 entry in the log. It is kept in this browser’s database.')).toBeVisible();
});

test('with all storage blocked the learner is told, and can go on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('practice/');
  await expect(page.getByRole('alert')).toContainText('Your browser keeps nothing here');
  await page.getByRole('button', { name: /^Start with/ }).click();
  await atQuestion(page);
});

test('answers of version 1 are still there, and what cannot be read is reported and kept', async ({
  page,
}) => {
  await page.goto('about/');
  await page.evaluate(() => {
    const answers = [{ item: 'q', seed: null, at: 1, strict: true, partial: [1, 1], scoring: 1 }];
    localStorage.setItem('runchain.progress', JSON.stringify({ version: 1, answers }));
  });
  await page.goto('progress/');
  await expect(page.getByText('1 entry in the log.')).toBeVisible();
  await page.evaluate(() => localStorage.setItem('runchain.progress', '{ broken'));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('It is set aside');
  await expect(page.getByText('1 could not be read and is kept aside')).toBeVisible();
});
