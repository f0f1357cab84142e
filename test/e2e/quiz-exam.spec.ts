import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { answerByKeyboard, atQuestion, examState, seeded, tabTo } from './quizJourney.ts';

async function begin(page: Page): Promise<void> {
  await page.goto('exam/');
  await page.getByRole('button', { name: 'Prepare the exam' }).waitFor();
  await tabTo(page, 'button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Begin the exam' }).waitFor();
  await tabTo(page, '.primary');
  await page.keyboard.press('Enter');
  await atQuestion(page);
}

test('user can sit a whole exam without a pointer, though the tab is killed again and again', async ({
  context,
}) => {
  test.setTimeout(240_000);
  let page = await context.newPage();
  await begin(page);
  const random = seeded(40);
  for (let i = 0; i < 40; i++) {
    await atQuestion(page);
    await expect(page.locator('.quiz-item').first()).toHaveAttribute('aria-label', `Question ${i + 1} of 40`);
    const skip = i % 9 === 4;
    if (!skip) await answerByKeyboard(page);
    if (i % 10 === 3) {
      await page.locator('.quiz-stem').focus();
      await page.keyboard.press('f');
    }
    if (random(5) === 0) {
      const before = await examState(page);
      const address = page.url();
      await page.close({ runBeforeUnload: false });
      page = await context.newPage();
      await page.goto(address);
      await atQuestion(page);
      expect(await examState(page)).toEqual(before);
    }
    await page.locator('.quiz-stem').focus();
    await page.keyboard.press('n');
  }
  // Answering the last one led here, and submitted nothing.
  await expect(page.getByRole('heading', { name: 'Review your answers' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Question 5, unanswered/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Question 4, .*flagged/ })).toBeVisible();
  expect(await page.locator('[data-verdict], .quiz-verdict, .quiz-mark').count()).toBe(0);
  await tabTo(page, '[aria-label^="Question 5,"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('.quiz-item').first()).toHaveAttribute('aria-label', 'Question 5 of 40');
  await atQuestion(page);
  await page.keyboard.press('r');
  await tabTo(page, '.quiz-actions .primary');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, 'dialog .primary');
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { name: /of 40 right/ });
  await expect(title).toBeFocused({ timeout: 30_000 });
  // The report is a recount: the rows add up to the whole.
  const right = Number(/^(\d+) of 40/.exec((await title.textContent()) ?? '')?.[1]);
  for (const caption of ['By objective', 'By topic']) {
    const cells = await page
      .locator(`table:has(caption:text-is("${caption}")) tbody td:nth-child(2)`)
      .allTextContents();
    const sums = cells.map((text) => /(\d+) of (\d+)/.exec(text)?.slice(1).map(Number) ?? []);
    expect(sums.reduce((a, [r = 0]) => a + r, 0)).toBe(right);
    expect(sums.reduce((a, [, n = 0]) => a + n, 0)).toBe(40);
  }
  await expect(page.getByText('which is this app’s own')).toBeVisible();
  // Reloading counts nothing twice.
  await page.reload();
  await expect(title).toBeVisible();
  await page.goto('progress/');
  await expect(page.getByText(/^40 answers on /)).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: /^Retry your/ }).click();
  await expect(page).toHaveURL(/practice\/#session=/);
  await atQuestion(page);
});

test('time that is up submits what is there; five minutes and one are said politely', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T10:00:00') });
  await begin(page);
  await page.keyboard.press('1');
  const status = page.locator('.quiz-clock [role=status]');
  await expect(status).toHaveText('');
  await page.clock.runFor('55:01');
  await expect(status).toHaveText('5 minutes left.');
  await page.clock.runFor('04:00');
  await expect(status).toHaveText('One minute left.');
  await page.clock.runFor('01:02');
  await expect(page.getByText('Your time was up, so what you had answered was submitted.')).toBeVisible({
    timeout: 20_000,
  });
});

test('time that ran out while the page was closed counts as over at the next visit', async ({ context }) => {
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-11-24T10:00:00') });
  await begin(page);
  await page.keyboard.press('1');
  await expect(page.locator('.quiz-clock')).toContainText(/[01] of 40 answered/);
  const address = page.url();
  await page.close();
  const next = await context.newPage();
  await next.clock.install({ time: new Date('2026-11-24T12:00:00') });
  await next.goto(address);
  await expect(next.getByText('Your time was up, so what you had answered was submitted.')).toBeVisible({
    timeout: 20_000,
  });
});

test('a second tab may only look, and takes over when the first one closes', async ({ context }) => {
  const first = await context.newPage();
  await begin(first);
  const second = await context.newPage();
  await second.goto(first.url());
  await expect(
    second.getByText(
      'This exam is open in another tab. Here you can only look at it: close the other tab to answer here.',
    ),
  ).toBeVisible();
  await atQuestion(second);
  await second.keyboard.press('f');
  await expect(second.getByRole('button', { name: /Flag/ })).toBeDisabled();
  await first.keyboard.press('f');
  await expect(second.getByRole('button', { name: /Flagged/ })).toBeVisible();
  await first.close();
  await expect(second.getByText('This exam is open in another tab.')).toHaveCount(0);
  await second.locator('.quiz-stem').focus();
  await second.keyboard.press('f');
  await expect(second.getByRole('button', { name: /Flagged/ })).toHaveCount(0);
});

test('single keys are dead in text fields, and can be turned off', async ({ page }) => {
  await begin(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.getByLabel('Use single keys as shortcuts').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('.quiz-stem').focus();
  await page.keyboard.press('n');
  await expect(page.locator('.quiz-item').first()).toHaveAttribute('aria-label', 'Question 1 of 40');
  await page.keyboard.press('Enter');
  await expect(page.locator('.quiz-item').first()).toHaveAttribute('aria-label', 'Question 2 of 40');
});
