import { expect, type Page } from '@playwright/test';
import { axe } from './axe.ts';
import { test } from './fixtures.ts';
import { practiceLevel } from '#quiz/practice/practiceLevel.ts';
import { Player } from './levelDriver.ts';

const SEED = 7;
const title = (page: Page, seed: number) =>
  page.getByRole('region', { name: 'Brief' }).getByRole('heading', { name: `Practice board ${seed}` });

/** What a board says of itself: its story, its facts, and every cell of its tables. */
async function written(page: Page, seed: number): Promise<string> {
  await page.goto(`sandbox/practice/?seed=${seed}`);
  await expect(title(page, seed)).toBeVisible();
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  const board = page.getByRole('region', { name: 'Board', exact: true });
  await expect(board.getByRole('table').first()).toBeVisible();
  const story = page.getByRole('region', { name: 'Story, goals and hints' });
  return `${await story.textContent()} ${await board.getByRole('table').first().innerHTML()}`;
}

test('a practice board is failed, solved and graded like a level, and the next seed follows', async ({
  page,
}) => {
  const level = practiceLevel(SEED);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`sandbox/practice/?seed=${SEED}`);
  await expect(title(page, SEED)).toBeVisible();
  const player = new Player(page, 'keys');
  const failed = await player.check();
  await expect(failed.getByRole('heading', { level: 2 })).toHaveText(`${level.title}: not yet`);
  await expect(failed.getByRole('img', { name: '0 of 3 stars' })).toBeVisible();
  await failed.getByRole('button', { name: 'Back to the board' }).click();
  await player.solve(level);
  const passed = await player.check();
  await expect(passed.getByRole('heading', { level: 2 })).toHaveText(`${level.title}: passed`);
  await expect(passed.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
  await axe(page);
  await passed.getByRole('link', { name: `Next: Practice board ${SEED + 1}` }).click();
  await expect(title(page, SEED + 1)).toBeVisible();
});

test('the same seed gives the same board in another browser, and another seed another one', async ({
  page,
  browser,
}) => {
  const elsewhere = await browser.newPage();
  const first = await written(page, SEED);
  expect(await written(elsewhere, SEED)).toBe(first);
  expect(await written(elsewhere, SEED + 1)).not.toBe(first);
  await elsewhere.goto('sandbox/practice/?seed=no-number');
  await expect(title(elsewhere, 1)).toBeVisible();
  await elsewhere.close();
});
