import { expect } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { station, expectText, field, show, TRIGGER, openHcl, drop } from './hclTab.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('AC 28: what is typed as HCL moves the arrows, and is one undo unit', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(text + TRIGGER);
  await expect(page.getByRole('status').last()).toContainText('1 run trigger.');
  await field(page).fill(`# wired by hand\n${text}${TRIGGER}`);
  await expect(page.getByText('Kept as it is (1)')).toBeVisible();
  await show(page, 'Canvas');
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(station(page, 'platform')).not.toHaveAccessibleName(/triggered by/);
  await page.getByRole('button', { name: 'Redo' }).click();
  await openHcl(page);
  await expectText(page).toMatch(/^# wired by hand/);
});

test('the arrow that is drawn on the canvas stands in the text, beside the comments of before', async ({
  page,
}) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(`${text}\n# mine\nresource "aws_vpc" "main" {}\n`);
  await expect(page.getByText('Kept as it is (2)')).toBeVisible();
  await show(page, 'Canvas');
  await station(page, 'network').focus();
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
  const after = await openHcl(page);
  expect(after).toContain('# mine\nresource "aws_vpc" "main" {}\n');
  expect(after).toContain('sourceable_id = tfe_workspace.network.id');
});

test('a mistake names its line, keeps the board, and is not lost with the page', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(`${text}${TRIGGER.replace('platform.id', 'platfrom.id')}`);
  await expect(page.getByText(/One mistake: the board stays/)).toBeVisible();
  const line = text.split('\n').length + 2;
  const entry = page.getByRole('button', { name: new RegExp(`^line ${line}, column 3`) });
  await expect(entry).toContainText('tfe_workspace.platfrom');
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(
    'workspace_id  = tfe_workspace.platfrom.id',
  );
  await page.reload();
  await expect(station(page, 'network')).toBeVisible();
  await show(page, 'HCL');
  await expect(page.getByText(/One mistake/)).toBeVisible();
  await expectText(page).toMatch(/platfrom/);
  await field(page).fill('resource "tfe_workspace" {');
  await expect(entry).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^line 1, column 1/ })).toBeVisible();
  await show(page, 'Canvas');
  await expect(station(page, 'network')).toBeVisible();
});

test('ends of a trigger that changed places are said', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(text + TRIGGER);
  await expect(page.getByRole('status').last()).toContainText('1 run trigger.');
  await field(page).blur();
  const turned = TRIGGER.replace('platform.id', 'X.id')
    .replace('network.id', 'platform.id')
    .replace('X.id', 'network.id');
  await field(page).fill(text + turned);
  await expect(page.getByText(/changed places. Now platform triggers network/)).toBeVisible();
});

test('the rule sets are told apart', async ({ page }) => {
  await page.goto('sandbox/');
  await page.getByRole('button', { name: 'Differences' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two rule sets' });
  await expect(dialog).toContainText('AA-05');
  await dialog.getByRole('combobox').selectOption('guide');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Rules', exact: true })).toHaveValue('guide');
});

test('axe finds nothing in the HCL tab and the dialogs, in both themes', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  const clean = () => axeInBoth(page);
  const text = await openHcl(page);
  await field(page).fill(`# mine\nresource "tfe_stack" "s" {}\nresource "tfe_nothing" "n" {}\n${text}`);
  await expect(page.getByText('Kept as it is (3)')).toBeVisible();
  await clean();
  await field(page).fill(`${text}\nbroken`);
  await expect(page.getByText(/One mistake/)).toBeVisible();
  await clean();
  for (const name of ['Boards', 'Differences', 'Export', 'Share']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean();
    await page.keyboard.press('Escape');
  }
  await drop(page, 'x.json', '{"version": 2}');
  await expect(page.getByRole('dialog')).toBeVisible();
  await clean();
});
