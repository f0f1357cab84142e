import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { station } from './board.ts';
import { test } from './fixtures.ts';

const stored = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));

test('what if, of a setting: by keys alone, at a moment of choice, and applied; then by touch on a phone', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('sandbox/');
  const settings = page.getByRole('region', { name: 'Settings', exact: true });
  const why = page.getByRole('region', { name: 'Why', exact: true });
  const outcomes = why.getByRole('region', { name: 'What if' });
  const toggle = settings.getByRole('button', { name: 'What if' });
  const auto = settings.getByRole('checkbox', { name: 'Auto-apply API, UI and VCS runs' });
  await page.getByRole('button', { name: 'Start run in network' }).click();
  await expect(station(page, 'network')).toHaveAccessibleName(/needs confirmation/i);
  const before = await stored(page);

  await station(page, 'network').focus();
  await page.keyboard.press('i');
  await expect(why.getByRole('button', { name: 'Try other settings' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(settings.getByRole('heading', { name: 'Settings of network' })).toBeFocused();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await expect(toggle).toBeFocused();

  await auto.focus();
  await page.keyboard.press('Space');
  await expect(outcomes).toContainText('With “auto_apply = true on network” from the start');
  await expect(outcomes).toContainText('The two part at event');
  await expect(page.getByRole('status').last()).toContainText(
    'Tried, not done: auto_apply = true on network.',
  );
  await expect(auto).not.toBeChecked();
  await expect(auto).toBeFocused();
  await settings.getByRole('combobox', { name: 'Tried' }).selectOption('now');
  await settings.getByRole('combobox', { name: 'Execution mode' }).selectOption('local');
  await expect(outcomes).toContainText(/With “execution_mode = "local" on network” from event \d+ on/);
  // A trigger that is not there yet is chosen as always, and tried.
  await settings.getByRole('button', { name: 'Triggers …' }).click();
  await page.locator('.picker').getByRole('option', { name: /^app/ }).click();
  await expect(outcomes).toContainText('With “a trigger network → app”');
  expect(await stored(page)).toBe(before);
  await axeInBoth(page, 'tried');

  await settings.getByRole('button', { name: 'Go to the 3 outcomes' }).click();
  await expect(outcomes.getByRole('heading', { name: 'What if' })).toBeFocused();
  await outcomes.getByRole('button', { name: 'Drop' }).first().click();
  await expect(outcomes.getByRole('heading', { name: 'What if' })).toBeFocused();
  await outcomes
    .getByRole('listitem')
    .filter({ hasText: 'auto_apply' })
    .getByRole('button', { name: 'Apply this change' })
    .click();
  await expect(auto).toBeChecked();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await expect(why.getByRole('heading', { name: 'Why', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(auto).not.toBeChecked();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await toggle.click();
  await auto.click();
  await settings.getByRole('button', { name: 'Go to the outcome' }).click();
  await expect(outcomes).toContainText('With “auto_apply = true on network”');
  await expect(outcomes.getByRole('heading', { name: 'What if' })).toBeFocused();
  await axeInBoth(page, 'outcome on a phone');
});
