import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { LEVELS } from '../support/levels.ts';
import { Player } from './levelDriver.ts';

test.describe('AC 10: a learner solves each level in the tables, without a pointer', () => {
  for (const level of LEVELS)
    test(level.id, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`sandbox/levels/${level.id}/`);
      const player = new Player(page, 'keys');
      await player.solve(level);
      const debrief = await player.check();
      await expect(debrief.getByRole('heading', { level: 2 })).toHaveText(`${level.title}: passed`);
      await expect(debrief.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
    });
});

test.describe('AC 54: a learner solves the first levels on a phone, by taps alone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  for (const level of LEVELS.slice(0, 12))
    test(level.id, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`sandbox/levels/${level.id}/`);
      const player = new Player(page, 'touch');
      await player.solve(level);
      const debrief = await player.check();
      await expect(debrief.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
});
