import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { answerByKeyboard, atQuestion, tabTo } from './quizJourney.ts';

/** Answers what is shown, checks it, and says to be sure: what is wrong then was wrong with certainty. */
async function answerSurely(page: Page): Promise<void> {
  await atQuestion(page);
  await answerByKeyboard(page);
  await tabTo(page, '.quiz-actions .primary');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^No idea/ })).toBeFocused();
  await page.keyboard.press('4');
  await expect(page.locator('.quiz-verdict[data-right]')).toBeFocused();
}

const place = (page: Page) => page.locator('.quiz-item').first();
const openList = (page: Page) => page.getByRole('region', { name: /^Still open/ });

test('a session asks as many questions as it says, though one is sure and wrong; mistakes are offered after it', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto('practice/');
  await page.getByLabel('How many').selectOption('5');
  await page.getByRole('button', { name: 'Start with 5 questions' }).click();
  for (let i = 1; i <= 5; i++) {
    await expect(place(page)).toHaveAttribute('aria-label', `Question ${i} of 5`);
    await answerSurely(page);
    await expect(place(page)).toHaveAttribute('aria-label', `Question ${i} of 5`);
    await page.keyboard.press('Enter');
  }
  const end = page.getByRole('heading', { name: /^\d of 5 right$/ });
  await expect(end).toBeFocused();
  const wrong = 5 - Number(((await end.textContent()) ?? '').slice(0, 1));
  // One key for everything is wrong at least once, with the few questions that it is right for.
  expect(wrong).toBeGreaterThan(0);
  await page
    .getByRole('button', {
      name: wrong === 1 ? 'Retry your mistake' : `Retry your ${wrong} mistakes`,
    })
    .click();
  await atQuestion(page);
  await expect(place(page)).toHaveAttribute('aria-label', `Question 1 of ${wrong}`);
});

test('where fewer fit than are wanted it says so before the start, and has as many', async ({ page }) => {
  await page.goto('practice/#rule=AA-25');
  const start = page.getByRole('button', { name: /^Start with/ });
  await page.getByLabel('How many').selectOption('40');
  const n = Number(/\d+/.exec((await start.textContent()) ?? '')?.[0]);
  expect(n).toBeLessThan(40);
  await expect(page.getByText(`so the session has ${n} instead of 40.`)).toBeVisible();
  await start.click();
  await expect(place(page)).toHaveAttribute('aria-label', `Question 1 of ${n}`);
  // What nothing fits ends in something to do.
  await page.goto('practice/?none#selection=missed');
  await expect(page.getByText('No question fits your choice.')).toBeVisible();
  await page.getByRole('button', { name: /^Choose from all \d+ questions$/ }).click();
  await expect(page.getByRole('button', { name: 'Start with 10 questions' })).toBeEnabled();
});

test('Stop is in reach on a phone and by keyboard, counts what was answered, and can be taken back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 560 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('practice/');
  await page.getByRole('button', { name: 'Start with 10 questions' }).click();
  await answerSurely(page);
  // However far down one reads, it stays in sight.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  await expect(stop).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await axeInBoth(page, 'a session with Stop');
  await page.locator('.quiz-verdict[data-right]').focus();
  await page.keyboard.press('Enter');
  await atQuestion(page);
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: /^[01] of 1 right$/ })).toBeFocused();
  await expect(
    page.getByText('You answered 1 of 10 questions. The other 9 count for nothing.'),
  ).toBeVisible();
  // What was not asked is not given away.
  await expect(page.locator('.quiz-folded')).toHaveCount(1);
  await axeInBoth(page, 'the summary of a session that was stopped');
  await page.goto('progress/');
  await expect(page.getByText(/^1 answer on /)).toBeVisible();
  await expect(openList(page)).toHaveCount(0);
  await page.goBack();
  await page.getByRole('button', { name: 'Answer the other 9 questions' }).click();
  await expect(place(page)).toHaveAttribute('aria-label', 'Question 2 of 10');
});

test('what is open is listed on every page, can be gone on with, and thrown away with a way back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto('practice/');
  await page.getByRole('button', { name: 'Start with 10 questions' }).click();
  await answerSurely(page);
  await page.goto('');
  await expect(page.getByRole('link', { name: 'Go on: Mixed practice' })).toBeVisible();
  await expect(page.getByText('1 of 10 answered')).toBeVisible();
  for (const path of ['review/', 'exam/', 'progress/', 'practice/']) {
    await page.goto(path);
    await expect(openList(page).getByText(/^1 of 10 answered, begun /)).toBeVisible();
  }
  await axeInBoth(page, 'what is open');
  await openList(page).getByRole('link', { name: 'Go on: Mixed practice' }).click();
  await expect(place(page)).toHaveAttribute('aria-label', 'Question 1 of 10');
  await page.goto('review/');
  await openList(page).getByRole('button', { name: 'Throw away: Mixed practice' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expect(page.getByText('Thrown away: Mixed practice.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(openList(page).getByText(/^1 of 10 answered, begun /)).toBeVisible();
  const address = await openList(page)
    .getByRole('link', { name: /^Go on/ })
    .getAttribute('href');
  await openList(page)
    .getByRole('button', { name: /^Throw away/ })
    .click();
  await expect(undo).toBeFocused();
  // Gone for good, and everywhere; the answer that was given stays an answer.
  await page.goto('progress/');
  await expect(page.getByText(/^1 answer on /)).toBeVisible();
  await expect(openList(page)).toHaveCount(0);
  await page.goto(address ?? '');
  await expect(page.getByRole('alert')).toContainText('it was thrown away');
  await page.getByRole('button', { name: 'Choose another' }).click();
  await expect(page.getByRole('button', { name: /^Start the review|^Start with/ })).toBeVisible();
});

test('an exam can be thrown away, which asks first; submitted early its flags are found in practice', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const begin = async () => {
    await page.goto('exam/?begin');
    await page.getByRole('radio', { name: /^HCP Terraform section/ }).check();
    await page.getByRole('button', { name: 'Prepare the exam' }).click();
    await page.getByRole('button', { name: 'Begin the exam' }).click();
    await atQuestion(page);
  };
  await begin();
  await page.getByRole('button', { name: 'Review and submit' }).click();
  await page.getByRole('button', { name: 'Throw this exam away' }).click();
  const dialog = page.getByRole('dialog', { name: 'Throw this exam away?' });
  await expect(dialog).toBeVisible();
  await axeInBoth(page, 'throwing an exam away');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto('practice/');
  await openList(page)
    .getByRole('button', { name: /^Throw away: Mock exam/ })
    .click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await openList(page)
    .getByRole('button', { name: /^Throw away: Mock exam/ })
    .click();
  await dialog.getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByText(/^Thrown away: Mock exam/)).toBeVisible();

  await begin();
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('f');
    await expect(page.getByRole('button', { name: /Flagged/ })).toBeVisible();
    await page.keyboard.press('n');
    await expect(place(page)).toHaveAttribute('aria-label', `Question ${i + 2} of 20`);
    await atQuestion(page);
  }
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit the exam' }).click();
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await page.getByRole('link', { name: 'Practise what you flagged' }).click();
  const choice = page.getByRole('radio', { name: /^Flagged in an exam/ });
  await expect(choice).toBeChecked();
  await expect(page.getByText('Flagged in an exam 3', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Start with 3 questions' }).click();
  await atQuestion(page);
  // The flag is on, and can be taken off where the question is.
  await page.getByRole('button', { name: '⚑ Flagged' }).click();
  await expect(page.getByRole('button', { name: '⚐ Flag' })).toBeVisible();
  await page.goto('practice/?again#selection=exam-flags');
  await page.getByRole('button', { name: 'Remove all 2 flags' }).click();
  await expect(page.getByText('No question fits your choice.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Start with 2 questions' })).toBeVisible();
});
