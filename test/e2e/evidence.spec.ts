import { expect } from '@playwright/test';
import { LEVELS } from '../support/levels.ts';
import { test } from './fixtures.ts';
import { Player } from './levelDriver.ts';

test('a lesson says beside its facts what the vendor does not document', async ({ page }) => {
  await page.goto('lessons/why-nothing-ran/');
  await expect(page.getByText('Not documented: this is how Runchain handles it.').first()).toBeVisible();
  await expect(page.locator('summary', { hasText: 'FI-37 · app rule' })).toBeVisible();
  await expect(page.locator('summary', { hasText: 'FI-20 · our conclusion' })).toBeVisible();
  const documented = page.locator('summary', { hasText: /^RT-33$/ });
  await expect(documented).toBeVisible();
});

test('the about page tells when the facts were read, not the newest month alone', async ({ page }) => {
  await page.goto('about/');
  await expect(page.getByText(/\d+ of \d+ facts were last read in September 2025, \d+ in /)).toBeVisible();
  await expect(page.getByText(/newest page/)).toHaveCount(0);
});

test('the debrief of a level names an app rule as one', async ({ page }) => {
  const level = LEVELS.find(({ id }) => id === '41-moving-the-arrow');
  if (level === undefined) throw new Error('no level 41');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`sandbox/levels/${level.id}/`);
  const player = new Player(page, 'keys');
  await player.solve(level);
  const debrief = await player.check();
  await expect(debrief.locator('.debrief-text')).toContainText('a rule of this app');
  await expect(debrief.getByRole('listitem').filter({ hasText: 'RT-25' })).toContainText('app rule');
});
