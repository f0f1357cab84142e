import { expect } from '@playwright/test';
import { axe, axeInBoth } from './axe.ts';
import { focusStation, phone } from './board.ts';
import { test } from './fixtures.ts';
import { PAGES, tables, show, openTables, add } from './tables.ts';

test('on a phone the tables are cards that are used by taps, none of them wider than the screen', async ({
  browser,
  baseURL,
}) => {
  const { context, page } = await phone(browser, baseURL);
  await page.goto('sandbox/');
  await page.getByRole('button', { name: 'Tables' }).tap();
  for (const name of PAGES) {
    await show(page, name).tap();
    await expect(tables(page).getByRole('table').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    for (const region of await tables(page).getByRole('region').all())
      expect(await region.evaluate((el) => el.scrollWidth - el.clientWidth)).toBeLessThanOrEqual(1);
  }
  await show(page, 'Triggers').tap();
  await add(page, 'Add run trigger', { Source: 'network', Downstream: 'platform' }, 'Add trigger', 'tap');
  await show(page, 'Teams').tap();
  await add(page, 'Add team', { 'New team': 'ops' }, 'Add team', 'tap');
  await tables(page).getByLabel('manage_policies of ops').tap();
  await show(page, 'Workspaces').tap();
  await tables(page).getByLabel('auto_apply of network', { exact: true }).tap();
  await tables(page).getByRole('button', { name: 'Start run in network' }).tap();
  await expect(tables(page).getByRole('row', { name: /platform/ })).toContainText('Needs confirmation');
  await axe(page);
  await context.close();
});

test('axe finds nothing on any page of the tables, the settings and the pickers, in both themes', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openTables(page);
  await show(page, 'Teams').click();
  await add(page, 'Add team', { 'New team': 'ops' }, 'Add team');
  await add(page, 'Grant workspace role', { Team: 'ops', in: 'app', as: 'custom' }, 'Grant workspace role');
  await show(page, 'Policies').click();
  await add(page, 'Add policy', { Policy: 'tags' }, 'Add policy');
  for (const name of PAGES) {
    await show(page, name).click();
    await axeInBoth(page, name, '.tables');
  }
  await axeInBoth(page, '', '.inspector');
  await page.getByRole('button', { name: 'Canvas' }).click();
  for (const key of ['t', 's', 'e', '/']) {
    await focusStation(page, 'network');
    await page.keyboard.press(key);
    await expect(page.locator('.picker')).toBeVisible();
    await axeInBoth(page, key, '.picker');
    await page.keyboard.press('Escape');
    await expect(page.locator('.picker')).toHaveCount(0);
  }
  await focusStation(page, 'network');
  await page.keyboard.press('?');
  await expect(page.locator('.keys')).toBeVisible();
  await axeInBoth(page, '', '.keys');
});
