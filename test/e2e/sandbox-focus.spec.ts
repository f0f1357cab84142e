import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

test('where a row goes the focus stays: in the tables, in the settings, and after a new name', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await page.getByRole('group', { name: 'Show board as' }).getByRole('button', { name: 'Tables' }).click();
  const tables = page.getByRole('region', { name: 'Board' });
  const button = (name: string) => tables.getByRole('button', { name, exact: true });
  const said = page.getByRole('status').last();

  // A new name is a new row: Enter keeps the field, Tab goes on in the same row.
  await tables.getByRole('textbox', { name: 'Name of app' }).fill('shop');
  await page.keyboard.press('Enter');
  const shop = tables.getByRole('textbox', { name: 'Name of shop' });
  await expect(shop).toBeFocused();
  await shop.fill('store');
  await page.keyboard.press('Tab');
  await expect(tables.getByRole('checkbox', { name: 'Select store' })).toBeFocused();

  await button('Delete network').focus();
  await page.keyboard.press('Enter');
  await expect(button('Delete platform')).toBeFocused();
  await expect(said).toContainText('network removed.');

  await button('Teams').click();
  const add = tables.getByRole('form', { name: 'Add team' });
  for (const team of ['ops', 'dev']) {
    await add.getByLabel('New team').fill(team);
    await page.keyboard.press('Enter');
    await expect(button(`Delete team ${team}`)).toBeVisible();
  }
  await button('Delete team dev').focus();
  await page.keyboard.press('Enter');
  await expect(button('Delete team ops')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(add.getByRole('button', { name: 'Add team' })).toBeFocused();
  await expect(said).toContainText('Team ops deleted.');

  const settings = page.getByRole('region', { name: 'Workspace settings' });
  for (const key of ['region', 'zone']) {
    const form = settings.getByRole('form', { name: 'Add workspace variable' });
    await form.getByLabel('Key').fill(key);
    await page.keyboard.press('Enter');
  }
  const remove = (key: string) =>
    settings.getByRole('button', { name: `Remove variable terraform ${key}`, exact: true });
  await remove('region').focus();
  await page.keyboard.press('Enter');
  await expect(remove('zone')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(settings.getByRole('button', { name: 'Add', exact: true })).toBeFocused();
  await settings.getByRole('button', { name: /^Delete / }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Settings/ })).toBeFocused();
});
