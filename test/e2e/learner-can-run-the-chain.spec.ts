import { expect, type Locator, type Page } from '@playwright/test';
import { axe, axeInBoth } from './axe.ts';
import { phone, station, wire } from './board.ts';
import { test } from './fixtures.ts';

/** Islands hydrate when they are seen. */
async function ready(question: Locator): Promise<void> {
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator('xpath=ancestor::astro-island[not(@ssr)]')).toHaveCount(1);
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('a learner reads, answers, wires the chain and sees why nothing more ran, without a pointer', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('lessons/run-triggers/');
  const bank = page.locator('.quiz-item').filter({ hasText: 'Question · choose one' }).first();
  await ready(bank);
  await bank.getByRole('radio').first().focus();
  await press(page, ['Space', 'Enter']);
  await expect(bank.getByRole('button', { name: 'Check answer' })).toHaveCount(0);

  const generated = page.locator('.quiz-item').filter({ hasText: 'Question from the simulator' });
  await ready(generated);
  await generated.getByRole('checkbox').first().focus();
  await press(page, ['Space', 'Enter']);
  await expect(generated.getByRole('button', { name: 'Check answer' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Try it in the sandbox' }).focus();
  await page.keyboard.press('Enter');
  await station(page, 'network').focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('option', { name: /platform.*allowed/ })).toBeVisible();
  await page.keyboard.type('plat');
  await page.keyboard.press('Enter');
  await expect(station(page, 'network')).toBeFocused();
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);

  await page.keyboard.press('r');
  await expect(page.getByRole('status').last()).toContainText('network: Needs confirmation');
  await page.keyboard.press('a');
  await expect(page.getByRole('status').last()).toContainText('platform: Needs confirmation');
  await expect(station(page, 'network')).toHaveAccessibleName(/run-1: Applied/);

  await page.keyboard.press('w');
  const why = page.getByRole('region', { name: 'Why', exact: true });
  await expect(why).toContainText('AA-05');
  await expect(why).toContainText('Nearest change');
  await expect(why).toContainText('app still has what it read from network before');

  await press(page, ['Escape', 'Control+z']);
  await expect(station(page, 'network')).toHaveAccessibleName(/run-1: Needs confirmation/);
  await press(page, ['Control+Shift+Z']);
  await expect(station(page, 'network')).toHaveAccessibleName(/run-1: Applied/);
});

test('AC 11: a refused trigger is announced before Enter and changes nothing', async ({ page }) => {
  await page.goto('sandbox/');
  await wire(page, 'network', 'platform');
  await station(page, 'platform').focus();
  await press(page, ['t']);
  await expect(
    page.getByRole('option', { name: /network.*not allowed: .*would close a cycle/ }),
  ).toBeVisible();
  await press(page, ['Enter']);
  await expect(page.getByRole('alert').last()).toContainText('would close a cycle');
  await expect(station(page, 'network')).not.toHaveAccessibleName(/triggered by/);
});

test('the board survives a reload and a share link opens as a copy', async ({ page, browser }) => {
  await page.goto('sandbox/');
  await wire(page, 'network', 'platform');
  await page.reload();
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const elsewhere = await browser.newContext();
  const copy = await elsewhere.newPage();
  await copy.goto(link);
  await expect(copy.getByText('opened as a copy').first()).toBeVisible();
  await expect(station(copy, 'platform')).toHaveAccessibleName(/triggered by network/);
  await copy.getByRole('button', { name: 'Discard, back to my board' }).click();
  await expect(station(copy, 'platform')).not.toHaveAccessibleName(/triggered by network/);
  await elsewhere.close();
  // In the sharer's own browser too: whatever happens to the copy, the own board stands beside it.
  await page.keyboard.press('Escape');
  await station(page, 'network').focus();
  await page.keyboard.press('r');
  await expect(station(page, 'network')).not.toHaveAccessibleName(/no runs/);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(page.getByText('opened as a copy').first()).toBeVisible();
  await expect(station(page, 'network')).toHaveAccessibleName(/no runs/);
  await page.reload();
  await expect(station(page, 'network')).toHaveAccessibleName(/no runs/);
  await page.getByRole('combobox', { name: 'Board', exact: true }).selectOption('My board');
  await expect(station(page, 'network')).not.toHaveAccessibleName(/no runs/);
});

test('with storage blocked the sandbox says so and still plays', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('blocked');
      },
    });
  });
  await page.goto('sandbox/');
  await expect(page.getByText('Your browser keeps nothing')).toBeVisible();
  await station(page, 'network').focus();
  await page.keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Why', exact: true })).toContainText('Confirm and apply');
});

test('axe finds nothing in both themes, on the canvas and in the tables', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await wire(page, 'network', 'platform');
  await page.keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Why', exact: true })).toContainText('Confirm and apply');
  await axeInBoth(page);
  await page.getByRole('button', { name: 'Tables' }).click();
  await page.getByRole('group', { name: 'Show timeline as' }).getByRole('button', { name: 'List' }).click();
  await axeInBoth(page);
});

test('everything is wired and run in the tables alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  const board = page.getByRole('region', { name: 'Board' });
  await page.getByRole('button', { name: 'Tables' }).click();
  await board.getByRole('button', { name: 'Triggers', exact: true }).click();
  await board.getByRole('combobox', { name: 'Source' }).selectOption({ label: 'network' });
  await board.getByRole('combobox', { name: 'Downstream' }).selectOption({ label: 'platform' });
  await page.getByRole('button', { name: 'Add trigger' }).click();
  await board.getByRole('button', { name: 'Workspaces', exact: true }).click();
  await page.getByRole('checkbox', { name: 'auto_apply_run_trigger of platform' }).check();
  await page.getByRole('checkbox', { name: 'auto_apply of network' }).check();
  await page.getByRole('button', { name: 'Start run in network' }).last().click();
  await expect(page.getByRole('row', { name: /^platform/ })).toContainText('Applied');
});

test('AC 13: a learner on a phone adds a trigger in two taps, runs and confirms', async ({
  browser,
  baseURL,
}) => {
  const { context, page } = await phone(browser, baseURL);
  await page.goto('sandbox/');
  await page.getByRole('button', { name: 'Add trigger from network' }).tap();
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /platform/ })
    .tap();
  await page.getByRole('button', { name: 'Start run in network' }).tap();
  const tabs = page.getByRole('navigation', { name: 'Panels' });
  await tabs.getByRole('button', { name: 'Why (1)' }).tap();
  await page.getByRole('button', { name: 'Confirm and apply' }).tap();
  await expect(page.getByRole('region', { name: 'Why', exact: true })).toContainText(
    'platform, run-2: Needs confirmation',
  );
  await tabs.getByRole('button', { name: 'Timeline' }).tap();
  await expect(page.getByRole('button', { name: /run-2, queued by run-1/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await axe(page);
  await context.close();
});
