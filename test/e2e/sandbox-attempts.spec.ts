import { expect, type Page } from '@playwright/test';
import { axe } from './axe.ts';
import { test } from './fixtures.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Simulation', exact: true });
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const heard = (page: Page) => page.getByRole('status').last();

test('AC 17: what came later is kept as an attempt, compared, put back and dropped', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await page
    .getByRole('region', { name: 'Board' })
    .getByRole('button', { name: /^network, (remote|local)/ })
    .focus();
  await page.keyboard.press('r');
  await expect(heard(page)).toContainText('network: Needs confirmation');
  const slider = bar(page).getByRole('slider');
  await expect(slider).toHaveAttribute('aria-valuetext', /^event (\d+) of \1: network run 1, Needs conf/);
  const waited = await slider.inputValue();
  await page.keyboard.press('a');
  await expect(heard(page)).toContainText('Nothing is waiting');
  await expect(bar(page).getByText(/^Attempts/)).toHaveCount(0);

  // Back to where it waited, and discarded instead.
  await bar(page).getByRole('button', { name: 'Reset to the start' }).click();
  await bar(page).getByRole('button', { name: 'To next decision' }).click();
  await expect(slider).toHaveValue(waited);
  const why = page.getByRole('region', { name: 'Why', exact: true });
  await why.getByRole('button', { name: 'Discard run' }).click();
  await bar(page).getByText('Attempts (1)').click();
  await bar(page).getByRole('button', { name: 'Compare attempt 1' }).click();
  const comparison = bar(page).locator('.comparison');
  await expect(comparison).toContainText(`The two first differ at event ${Number(waited) + 1}.`);
  await expect(comparison).toContainText(/Attempt 1\s*\d+ s: Action: confirm/);
  await expect(comparison).toContainText(/Now\s*\d+ s: Action: discard/);
  await timeline(page).getByRole('button', { name: 'List', exact: true }).click();
  const marked = timeline(page).locator('tr[data-parted="true"]');
  await expect(marked).toHaveCount(1);
  await expect(marked).toContainText('Action: discard · first difference');
  await axe(page);

  // The press on the timeline has closed the menu.
  await bar(page).getByText('Attempts (1)').click();
  await bar(page).getByRole('button', { name: 'Put back attempt 1' }).click();
  await expect(heard(page)).toContainText('Attempt 1 is back');
  await expect(timeline(page)).toContainText('Action: confirm');
  await expect(bar(page).getByText('Attempts (2)')).toBeVisible();
  await bar(page).getByRole('button', { name: 'Drop attempt 2' }).click();
  await expect(bar(page).getByText('Attempts (1)')).toBeVisible();
});

test('on a phone the bar has reset and next decision, and the attempts stay on the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await bar(page)
    .getByRole('button', { name: /^Start run/ })
    .click();
  await expect(heard(page)).toContainText('Needs confirmation');
  for (const name of ['Reset to the start', 'To next decision', 'One event back'])
    await bar(page).getByRole('button', { name }).click();
  await bar(page)
    .getByRole('button', { name: /^Start run/ })
    .click();
  await bar(page).getByText('Attempts (1)').click();
  const box = await bar(page).locator('.attempts > div').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const reset = await bar(page).getByRole('button', { name: 'Reset to the start' }).boundingBox();
  expect(Math.min(reset?.width ?? 0, reset?.height ?? 0)).toBeGreaterThanOrEqual(24);
});
