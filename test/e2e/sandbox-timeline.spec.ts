import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { station, wire } from './board.ts';
import { test } from './fixtures.ts';

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });

/** network triggers platform; both runs have been decided on. */
async function play(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await wire(page, 'network', 'platform');
  await page.keyboard.press('r');
  await expect(page.getByRole('status').last()).toContainText('network: Needs confirmation');
  await page.keyboard.press('a');
  await expect(page.getByRole('status').last()).toContainText('platform: Needs confirmation');
}

test('AC 19: stages are told apart by pattern and word, without colour', async ({ page }) => {
  await play(page);
  const seen = await timeline(page)
    .locator('.segment')
    .evaluateAll((segments) =>
      segments.map((s) => [s.getAttribute('data-tone'), getComputedStyle(s).backgroundImage, s.textContent]),
    );
  const patterns = new Map(seen.map(([tone, pattern]) => [tone, pattern]));
  expect(patterns.size).toBeGreaterThan(3);
  // One pattern each, colours left out of the comparison.
  const shapes = [...patterns.values()].map((p) =>
    p?.replace(/(rgba?|color|color-mix|oklch)\([^()]*\)/g, ''),
  );
  expect(new Set(shapes).size).toBe(patterns.size);
  expect(seen.every(([, , word]) => (word ?? '').length > 3)).toBe(true);
});

test('AC 18: a bar that was chosen is the row that is marked in the list', async ({ page }) => {
  await play(page);
  await timeline(page)
    .getByRole('button', { name: /run-2, queued by run-1/ })
    .click();
  await timeline(page).getByRole('button', { name: 'List', exact: true }).click();
  const row = timeline(page).locator('tr[aria-current="true"]');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('queued by network, run-1');
  await timeline(page)
    .getByRole('row', { name: /network, run-1 was started/ })
    .getByRole('button')
    .click();
  await expect(row).toContainText('run-1');
  await timeline(page).getByRole('button', { name: 'Bars', exact: true }).click();
  await expect(timeline(page).locator('.run-bar[aria-current="true"]')).toContainText('run-1, started');
  await timeline(page).getByRole('button', { name: 'List', exact: true }).click();
  await timeline(page).getByRole('searchbox', { name: 'Filter' }).fill('platform');
  await expect(timeline(page).locator('tbody tr').first()).toContainText('platform');
  await timeline(page).getByRole('button', { name: 'Time', exact: true }).click();
  await expect(timeline(page).getByRole('columnheader', { name: /Time/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('board, timeline and why stand on one screen of 1280 by 800', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await play(page);
  for (const name of ['Board', 'Timeline', 'Why']) {
    const box = await page.getByRole('region', { name, exact: true }).boundingBox();
    expect(box?.height).toBeGreaterThan(150);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
  }
});

test('what if: a change is tried, nothing is committed, and applying it is the edit', async ({ page }) => {
  await play(page);
  const why = page.getByRole('region', { name: 'Why', exact: true });
  await timeline(page)
    .getByRole('button', { name: /run-2, queued by run-1/ })
    .click();
  const stored = () => page.evaluate(() => JSON.stringify(localStorage));
  const before = await stored();
  await why
    .getByRole('button', { name: /^What if/ })
    .first()
    .click();
  await expect(why).toContainText('The two part at event');
  expect(await stored()).toBe(before);
  const moment = why.getByRole('combobox', { name: 'What if it were changed' });
  await moment.selectOption({ value: 'now' });
  await why
    .getByRole('button', { name: /^What if/ })
    .first()
    .click();
  await expect(why).toContainText(/from event \d+ on:/);
  expect(await stored()).toBe(before);
  await moment.selectOption({ value: 'start' });
  await why.getByRole('button', { name: 'Apply this change' }).last().click();
  await expect(station(page, 'platform')).toHaveAccessibleName(/for triggered runs on/);
});

test('axe finds nothing on bars and list in both themes', async ({ page }) => {
  await play(page);
  await axeInBoth(page);
  await timeline(page).getByRole('button', { name: 'List', exact: true }).click();
  await axeInBoth(page);
});
