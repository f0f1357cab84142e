import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

test('a part that cannot be loaded is told on the page, with what to do next', async ({ page, trouble }) => {
  trouble.allow(/reviewDay|ERR_FAILED/);
  await page.route('**/_astro/reviewDay.*.js', (route) => route.abort());
  await page.goto('review/');
  await expect(page.getByText('Part of this page could not be loaded. Load the page again.')).toBeVisible();
  await page.unroute('**/_astro/reviewDay.*.js');
  await page.reload();
  await expect(page.getByRole('heading', { name: /today$/ })).toBeVisible();
  await expect(page.getByText('Part of this page could not be loaded.')).toBeHidden();
});

test('explanations that cannot be loaded leave the question and the verdict in place', async ({
  page,
  trouble,
}) => {
  trouble.allow(/Feedback|ERR_FAILED/);
  await page.route('**/_astro/AnswerFeedback.*.js', (route) => route.abort());
  await page.goto('lessons/run-triggers/');
  const question = page.locator('form:has(fieldset)').first();
  await question.scrollIntoViewIfNeeded();
  await question.getByRole('radio').or(question.getByRole('checkbox')).first().check();
  await question.getByRole('button', { name: 'Check answer' }).click();
  await expect(page.locator('.quiz-verdict').first()).toBeVisible();
  await expect(page.getByText('This part could not be loaded.')).toBeVisible();
});
