import { expect, type Page } from '@playwright/test';
import { station, wire } from './board.ts';
import { test } from './fixtures.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** The refusal is in the window, nothing is over it, and it says why and what to do next; then Escape closes it. */
async function isSeen(page: Page, words: RegExp): Promise<void> {
  const note = page.locator('.refused');
  await expect(note).toContainText(words);
  await expect(note.locator('p')).toHaveCount(2);
  await expect(page.locator('.sandbox > [role="alert"]')).toContainText(words);
  const seen = await note.evaluate(async (element) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const points = [
      [left + 6, top + 6],
      [right - 6, bottom - 6],
      [(left + right) / 2, (top + bottom) / 2],
    ] as const;
    return { inside, free: points.every(([x, y]) => element.contains(document.elementFromPoint(x, y))) };
  });
  expect(seen).toEqual({ inside: true, free: true });
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
}

for (const viewport of SIZES) {
  test(`keys, tables and paste: what is refused is seen, at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('sandbox/');
    await station(page, 'network').focus();
    await page.keyboard.press('a');
    await isSeen(page, /no run here to decide on/);
    await wire(page, 'network', 'platform');
    await station(page, 'platform').focus();
    await page.keyboard.press('t');
    await page
      .locator('.picker')
      .getByRole('option', { name: /network/ })
      .click();
    await isSeen(page, /cycle/);
    await station(page, 'network').focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await isSeen(page, /no copied workspaces/);
    await page.getByRole('group', { name: 'Show board as' }).getByRole('button', { name: 'Tables' }).click();
    const cell = page.getByRole('textbox', { name: 'Name of app' });
    await cell.fill('platform');
    await page.keyboard.press('Enter');
    await isSeen(page, /workspace named platform already/);
  });

  test(`a level: what it does not offer is seen, at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('sandbox/levels/01-first-spark/');
    if (viewport.width < 720)
      await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Board' }).click();
    await station(page, 'network').focus();
    await page.keyboard.press('Delete');
    await isSeen(page, /This level does not offer that/);
    await station(page, 'network').focus();
    await page.keyboard.press('l');
    await isSeen(page, /This level does not offer that/);
    // A control that is disabled because the level does not offer it says so where it is pressed.
    await page.getByRole('group', { name: 'Show board as' }).getByRole('button', { name: 'Tables' }).click();
    const barred = page.locator('table [data-barred]:disabled').first();
    await barred.scrollIntoViewIfNeeded();
    await barred.click({ force: true });
    await isSeen(page, /This level does not offer that/);
  });
}

test('what pops up closes with Escape, and with a press outside', async ({ page }) => {
  await page.setViewportSize(SIZES[0]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  const outside = () => page.mouse.click(1430, 890);
  const summary = page.locator('.start-options > summary').first();
  const menu = page.locator('.start-options').first();
  await summary.click();
  await outside();
  await expect(menu).not.toHaveAttribute('open');
  await summary.click();
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(summary).toBeFocused();
  for (const name of ['Boards', 'Export', 'Share', 'Differences', 'Keys']) {
    const opener = page
      .getByRole('group', { name: 'Whole board' })
      .getByRole('button', { name, exact: true });
    const dialog = page.locator('dialog[open]');
    await opener.click();
    await expect(dialog).toBeVisible();
    await page.mouse.click(5, 890);
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    await opener.click();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  for (const key of ['t', '/', 's']) {
    await station(page, 'network').focus();
    await page.keyboard.press(key);
    await expect(page.locator('.picker')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.picker')).toHaveCount(0);
    await expect(station(page, 'network')).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.locator('.picker')).toBeVisible();
    await outside();
    await expect(page.locator('.picker')).toHaveCount(0);
  }
});
