import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { board, expectText, field, openHcl, show, station, TRIGGER, textOf } from './hclTab.ts';

const BROKEN = TRIGGER.replace('platform.id', 'platfrom.id');
const follows = (page: Page) => expect(page.getByRole('status').last()).toContainText('1 run trigger.');
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });

/** Gives the field what the clipboard holds, or what is dropped on it. */
const hand = (page: Page, event: 'paste' | 'drop', data: { text?: string; file?: string }) =>
  field(page).evaluate(
    (content, [type, { text, file }]) => {
      const transfer = new DataTransfer();
      if (text !== undefined) transfer.setData('text/plain', text);
      if (file !== undefined) transfer.items.add(new File([file], 'given.tf'));
      const init = { bubbles: true, cancelable: true };
      content.dispatchEvent(
        type === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: transfer })
          : new DragEvent('drop', { ...init, dataTransfer: transfer }),
      );
    },
    [event, data] as const,
  );

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('the field is loaded with its tab and not before, and colours what it shows', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const isField = (url: string) => /HclEditor.*\.js/.test(url);
  expect(asked.filter(isField)).toEqual([]);
  await openHcl(page);
  expect(asked.filter(isField)).toHaveLength(1);
  await field(page).press('ArrowLeft');
  for (const [kind, word, token] of [
    ['block', 'resource', '--status-gate'],
    ['label', '"tfe_workspace"', '--status-plan'],
    ['attribute', 'name', '--ink-1'],
    ['string', '"network"', '--status-applied'],
  ] as const) {
    const shown = page.locator(`.hcl-field .hcl-${kind}`, { hasText: word }).first();
    await expect(shown).toBeVisible();
    const [colour, wanted] = await shown.evaluate((at, name) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = `var(${name})`;
      const both = [getComputedStyle(at).color, getComputedStyle(probe).color];
      probe.remove();
      return both;
    }, token);
    expect(colour, kind).toBe(wanted);
  }
});

test('where the field cannot be loaded the page says so, and the board stays', async ({ page, trouble }) => {
  trouble.allow(/HclEditor|ERR_FAILED/);
  await page.route('**/_astro/HclEditor.*.js', (route) => route.abort());
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  await show(page, 'HCL');
  await expect(page.getByText('This part could not be loaded.')).toBeVisible();
  await show(page, 'Canvas');
  await expect(station(page, 'network')).toBeVisible();
});

test('blocks are folded by pointer and by key, and opened where a problem is', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(text + BROKEN);
  const entry = page.getByRole('button', { name: /^line \d+, column 3/ });
  await expect(entry).toBeVisible();
  const inside = field(page).locator('.cm-line', { hasText: 'sourceable_id' });
  await page.getByRole('button', { name: 'Fold all', exact: true }).click();
  await expect(inside).toHaveCount(0);
  await expect(field(page).locator('.cm-foldPlaceholder').first()).toBeVisible();
  await entry.click();
  await expect(inside).toBeVisible();
  await expect(field(page)).toBeFocused();
  // Once to where the selection begins, once to the line above.
  for (const key of ['ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Shift+BracketLeft');
  await expect(inside).toHaveCount(0);
  await page.keyboard.press('Control+Shift+BracketRight');
  await expect(inside).toBeVisible();
  await page.locator('.hcl-fold[title="Fold"]').last().click();
  await expect(inside).toHaveCount(0);
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await expect(field(page).locator('.cm-foldPlaceholder')).toHaveCount(0);
});

test('what is found can be replaced, and the board follows', async ({ page }) => {
  await page.goto('sandbox/');
  await openHcl(page);
  await field(page).press('Control+f');
  const find = page.getByRole('textbox', { name: 'Find' });
  await expect(find).toBeFocused();
  await find.pressSequentially('app');
  await page.getByRole('checkbox', { name: 'Whole words' }).check();
  await find.focus();
  await page.keyboard.press('Enter');
  await expect(field(page).locator('.cm-searchMatch-selected')).toHaveText('app');
  await page.getByRole('textbox', { name: 'Replace with' }).pressSequentially('shed');
  for (const name of ['Match case', 'Regular expression'])
    await expect(page.getByRole('checkbox', { name })).toBeVisible();
  await axeInBoth(page, 'find', '.hcl-field');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await find.press('Escape');
  await expect(find).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  expect(await textOf(page)).toContain('= "shed"');
  await expect(page.getByText('Text and board agree.')).toBeVisible();
  await show(page, 'Canvas');
  await expect(station(page, 'shed')).toBeVisible();
});

test('a mistake is marked at its line and below its words, and a key goes there', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(text + BROKEN);
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  const wave = field(page).locator('.cm-lintRange-error');
  await expect(wave.first()).toBeVisible();
  expect((await wave.allTextContents()).join('')).toBe('workspace_id  = tfe_workspace.platfrom.id');
  const sign = page.locator('.cm-lint-marker-error');
  await expect(sign).toHaveCount(1);
  await sign.hover();
  await expect(page.locator('.cm-tooltip-lint')).toContainText('tfe_workspace.platfrom');
  await field(page).press('Control+Home');
  await field(page).press('F8');
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('platfrom');
  await field(page).fill(text + TRIGGER);
  await expect(sign).toHaveCount(0);
  await expect(field(page)).toHaveAttribute('aria-invalid', 'false');
});

test('Tab leaves the field and changes nothing', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).press('Tab');
  await expect(field(page)).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Unfold all' })).toBeFocused();
  expect(await textOf(page)).toBe(text);
  await expect(field(page)).toHaveAccessibleDescription(/Text and board agree\. Tab leaves the text\./);
});

test('the undo of the field goes back in what was typed, and not past a text of the board', async ({
  page,
}) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).press('Control+End');
  await hand(page, 'paste', { text: TRIGGER });
  await follows(page);
  await field(page).press('Control+z');
  await expectText(page).toBe(text);
  await field(page).press('Control+y');
  await expectText(page).toBe(text + TRIGGER);
  await follows(page);
  await undo(page).click();
  await expectText(page).toBe(text);
  await field(page).press('Control+z');
  await field(page).press('Control+y');
  expect(await textOf(page)).toBe(text);
});

test('a file that is dropped on the field is opened, one that is pasted is no text, and text is', async ({
  page,
}) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await hand(page, 'paste', { file: 'pasted' });
  expect(await textOf(page)).toBe(text);
  await expect(undo(page)).toBeDisabled();
  await field(page).press('Control+End');
  await hand(page, 'paste', { text: TRIGGER });
  await follows(page);
  expect(await textOf(page)).toBe(text + TRIGGER);
  await hand(page, 'drop', {
    file: 'resource "tfe_workspace" "saw" {\n  name         = "saw"\n  organization = "acme"\n}\n',
  });
  await expect(page.getByText(/Opened “given”/).first()).toBeVisible();
  await show(page, 'Canvas');
  await expect(station(page, 'saw')).toBeVisible();
});

test('a text that is too long is refused, and what was there stays', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).press('Control+End');
  await field(page).evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `# ${'x'.repeat(2_000_000)}`);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText(/The text is too long/).first()).toBeVisible();
  expect(await textOf(page)).toBe(text);
});

test('the field has room on every screen, with text twice as large too', async ({ page }) => {
  for (const [width, height, scale] of [
    [1440, 900, 1],
    [1024, 768, 1],
    [720, 900, 1],
    [390, 844, 1],
    [320, 640, 1],
    [320, 640, 2],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('sandbox/');
    await page.evaluate(
      (size) => document.documentElement.style.setProperty('font-size', size),
      `${scale * 100}%`,
    );
    await show(page, 'HCL');
    await expect(page.getByText('Text and board agree.')).toBeVisible();
    const box = await field(page).locator('xpath=..').boundingBox();
    expect(box?.height, `${width} ${scale}`).toBeGreaterThan(width > 719 ? 70 : 200);
    expect(box?.width, `${width} ${scale}`).toBeGreaterThan(width > 719 ? 300 : 240);
    const over = await board(page).evaluate((at) => at.scrollWidth - at.clientWidth);
    expect(over, `${width} ${scale}`).toBeLessThanOrEqual(0);
  }
});
