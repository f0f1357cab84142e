import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { LEVELS } from '../support/levels.ts';
import { Player } from './levelDriver.ts';

/** One visitor who plays level after level: what is kept of one does not touch the next, and nothing is loaded twice. */
function visitor(): () => Page {
  let page: Page | undefined;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage({ reducedMotion: 'reduce' });
  });
  test.afterAll(() => page?.close());
  return () => {
    if (page === undefined) throw new Error('no page');
    return page;
  };
}

test.describe('AC 10: a learner solves each level in the tables, without a pointer', () => {
  const at = visitor();
  for (const level of LEVELS)
    test(level.id, async () => {
      await at().goto(`sandbox/levels/${level.id}/`);
      const player = new Player(at(), 'keys');
      await player.solve(level);
      const debrief = await player.check();
      await expect(debrief.getByRole('heading', { level: 2 })).toHaveText(`${level.title}: passed`);
      await expect(debrief.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
    });
});

test.describe('AC 54: a learner solves the first levels on a phone, by taps alone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const at = visitor();
  for (const level of LEVELS.slice(0, 12))
    test(level.id, async () => {
      await at().goto(`sandbox/levels/${level.id}/`);
      const player = new Player(at(), 'touch');
      await player.solve(level);
      const debrief = await player.check();
      await expect(debrief.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
      expect(await at().evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
});
