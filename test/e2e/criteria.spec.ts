import { expect, type Locator, type Page } from '@playwright/test';
import { encodeShare } from '#state/boards/shareLink.ts';
import { LEVELS } from '../support/levels.ts';
import { station } from './board.ts';
import { test } from './fixtures.ts';
import { field as hclField } from './hclTab.ts';

const level = LEVELS.find(({ id }) => id.startsWith('05'))?.id ?? '';
/** The panels of a page with a board that have something to use, each by the words that name it. */
const panelsOf = (page: Page) =>
  page
    .locator('.sandbox')
    .evaluate((sandbox) =>
      [...sandbox.querySelectorAll<HTMLElement>('section[aria-label], section[aria-labelledby]')]
        .filter(
          (panel) =>
            panel.checkVisibility() &&
            [
              ...panel.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex="0"]',
              ),
            ].some((control) => control.checkVisibility() && !control.matches(':disabled')),
        )
        .map((panel) => panel.getAttribute('aria-label') ?? panel.getAttribute('aria-labelledby') ?? ''),
    );

/** Presses Tab through the page. @returns the panels in which the focus came by */
async function tabThrough(page: Page): Promise<Set<string>> {
  const met = new Set<string>();
  await page.getByRole('link', { name: /Skip/ }).focus();
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab');
    const panels = await page.evaluate(() => {
      const names: string[] = [];
      let at = document.activeElement;
      if (at === null || at === document.body) return null;
      for (; at !== null; at = at.parentElement)
        if (at.tagName === 'SECTION')
          names.push(at.getAttribute('aria-label') ?? at.getAttribute('aria-labelledby') ?? '');
      return names;
    });
    if (panels === null) break;
    for (const name of panels) met.add(name);
  }
  return met;
}

test('AC 9: each panel is reached by Tab, and on a phone by a tap, without dragging or hovering', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of ['sandbox/', `sandbox/levels/${level}/`]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    await expect(station(page, 'network')).toBeVisible();
    for (const view of ['Canvas', 'Tables']) {
      await page.getByRole('button', { name: view, exact: true }).press('Enter');
      const panels = await panelsOf(page);
      expect(panels).toEqual(expect.arrayContaining(['Board', 'Settings', 'Timeline', 'Why', 'Simulation']));
      const met = await tabThrough(page);
      expect(
        panels.filter((panel) => !met.has(panel)),
        `${path}, ${view}`,
      ).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    const tabs = page.getByRole('navigation', { name: 'Panels' }).getByRole('button');
    const seen = new Set<string>();
    for (const tab of await tabs.all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-pressed', 'true');
      for (const panel of await panelsOf(page)) seen.add(panel);
    }
    for (const panel of ['Board', 'Settings', 'Timeline', 'Why', 'Simulation']) expect(seen).toContain(panel);
    if (path !== 'sandbox/') for (const panel of ['Brief', 'Hints']) expect(seen).toContain(panel);
  }
});

/** Every key of the board and the timeline that is a letter or a sign. */
const KEYS = 'ntselrwiadocpbh NTSELRWIADOCPBH.,<>?/+-0';

/** Types each key into a field. What was there is there again afterwards. */
async function typed(field: Locator): Promise<void> {
  const before = await field.inputValue();
  await field.fill('');
  await field.pressSequentially(KEYS);
  await expect(field).toHaveValue(KEYS);
  await expect(field).toBeFocused();
  await field.fill(before);
}

test('AC 12: in a text field every letter of the keys is a letter', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  const kept = () => page.evaluate(() => localStorage.getItem('runchain.sandbox.board.b1'));
  const slider = page.getByRole('slider', { name: 'Event' });
  const before = [await kept(), await slider.inputValue()];
  const quiet = async () => {
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect([await kept(), await slider.inputValue()]).toEqual(before);
  };

  await station(page, 'network').focus();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  const settings = page.getByRole('region', { name: 'Workspace settings' });
  for (const field of await settings.getByRole('textbox').all())
    if (await field.isVisible()) await typed(field);
  await quiet();

  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  const pages = page.getByRole('group', { name: 'Show tables of' }).getByRole('button');
  await expect(pages.first()).toBeVisible();
  let fields = 0;
  for (const shown of await pages.all()) {
    await shown.click();
    await expect(shown).toHaveAttribute('aria-pressed', 'true');
    for (const field of (await page.locator('.tables').getByRole('textbox').all()).slice(0, 4)) {
      if (!(await field.isVisible()) || (await field.getAttribute('readonly')) !== null) continue;
      await typed(field);
      fields++;
    }
    await quiet();
  }
  expect(fields).toBeGreaterThan(5);

  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  const filter = timeline.getByRole('searchbox', { name: 'Filter' });
  await timeline.getByRole('button', { name: 'List', exact: true }).click();
  await typed(filter);
  await quiet();

  await page.getByRole('button', { name: 'HCL', exact: true }).click();
  const hcl = hclField(page);
  await expect(hcl).toContainText('tfe_workspace');
  await hcl.press('ControlOrMeta+Home');
  await hcl.pressSequentially(`# ${KEYS}\n`);
  await expect(hcl).toContainText(/^# ntselrwiadocpbh NTSELRWIADOCPBH/);
  await expect(hcl).toBeFocused();

  await page.getByRole('button', { name: 'Canvas', exact: true }).click();
  await station(page, 'network').focus();
  await page.keyboard.press('/');
  const find = page.locator('.picker').getByRole('combobox');
  await expect(find).toBeFocused();
  await find.pressSequentially(KEYS);
  await expect(find).toHaveValue(KEYS);

  // A level has keys of its own, from anywhere in it.
  await page.goto(`sandbox/levels/${level}/`);
  await timeline.getByRole('button', { name: 'List', exact: true }).click();
  await typed(filter);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await filter.press('ControlOrMeta+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('AC 48: a tab that is killed right after an edit loses nothing, on the free board and in a level', async ({
  context,
}) => {
  const level4 = LEVELS.find(({ id }) => id.startsWith('04'))?.id ?? '';
  for (const path of ['sandbox/', `sandbox/levels/${level4}/`]) {
    const tab = await context.newPage();
    await tab.emulateMedia({ reducedMotion: 'reduce' });
    await tab.goto(path);
    await tab.getByRole('button', { name: 'Tables', exact: true }).click();
    const name = 'auto_apply_run_trigger of platform';
    const before = await tab.getByRole('checkbox', { name }).isChecked();
    await tab.getByRole('checkbox', { name }).click();
    // No event of leaving is sent, as when the process dies.
    const session = await context.newCDPSession(tab);
    tab.on('crash', () => undefined);
    await Promise.race([session.send('Page.crash').catch(() => undefined), tab.waitForEvent('crash')]);
    const again = await context.newPage();
    await again.goto(path);
    await again.getByRole('button', { name: 'Tables', exact: true }).click();
    await expect(again.getByRole('checkbox', { name })).toBeChecked({ checked: !before });
    await again.close();
  }
});

test('AC 49: with storage blocked a link of a level is opened, and each of both is said in its place', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('blocked');
      },
    });
  });
  const [first] = LEVELS;
  if (first === undefined) throw new Error('no level');
  const { layout, id, version, title } = first;
  await page.goto(`sandbox/${await encodeShare({ layout, actions: [] }, { level: { id, version } })}`);
  const said = page.locator('.banner', { hasText: 'Your browser keeps nothing' });
  const came = page.locator('.banner', { hasText: 'came by link' });
  await expect(came.getByRole('link', { name: title })).toBeVisible();
  await expect(said).toBeVisible();
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(viewport);
    const [above, below] = [await said.boundingBox(), await came.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
  await came.getByRole('button', { name: 'Keep' }).click();
  await expect(came).toHaveCount(0);
});

test('AC 13: during play, drag, clicks, taps, keys and tables make one and the same dated action', async ({
  browser,
}) => {
  test.slow();
  const grip = (page: Page, name: string, side: 'in' | 'out') =>
    page.locator(`[data-id="acme/${name}"] .grip[data-side="${side}"]`);
  const ways: Record<string, (page: Page) => Promise<void>> = {
    drag: (page) => grip(page, 'network', 'out').dragTo(grip(page, 'app', 'in')),
    clicks: async (page) => {
      await grip(page, 'network', 'out').click();
      await grip(page, 'app', 'in').click();
    },
    taps: async (page) => {
      await grip(page, 'network', 'out').tap();
      await grip(page, 'app', 'in').tap();
    },
    keys: async (page) => {
      await station(page, 'network').focus();
      await page.keyboard.press('t');
      await expect(page.locator('.picker :focus')).toBeVisible();
      await page.keyboard.type('app');
      await page.keyboard.press('Enter');
    },
    tables: async (page) => {
      await page.getByRole('button', { name: 'Tables', exact: true }).click();
      const board = page.getByRole('region', { name: 'Board', exact: true });
      await board.getByRole('button', { name: 'Triggers', exact: true }).click();
      const form = board.getByRole('form', { name: 'Add run trigger' });
      await form.getByRole('combobox', { name: 'Source' }).selectOption('acme/network');
      await form.getByRole('combobox', { name: 'Downstream' }).selectOption('acme/app');
      await form.getByRole('button', { name: 'Add trigger' }).click();
    },
  };
  const records = new Map<string, unknown>();
  for (const [name, way] of Object.entries(ways)) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      hasTouch: name === 'taps',
    });
    await page.goto('sandbox/');
    await station(page, 'network').focus();
    await expect(page.locator('.canvas[data-live]')).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.getByRole('status').last()).toContainText('network: Needs confirmation');
    // Back in time, what is done has a second.
    const slider = page.getByRole('slider', { name: 'Event' });
    const end = Number(await slider.inputValue());
    await page.keyboard.press(',');
    await page.keyboard.press(',');
    await expect(slider).toHaveValue(String(end - 2));
    await way(page);
    const board = () => page.evaluate(() => localStorage.getItem('runchain.sandbox.board.b1') ?? '{}');
    await expect.poll(board, { message: name }).toContain('create_run_trigger');
    records.set(name, JSON.parse(await board()).scenario);
    await page.close();
  }
  const first = records.get('drag');
  expect(first).toMatchObject({
    actions: [
      { type: 'start_run' },
      {
        type: 'create_run_trigger',
        sourceable: 'acme/network',
        workspace: 'acme/app',
        at: expect.any(Number),
      },
    ],
  });
  for (const [name, record] of records) expect(record, name).toEqual(first);
});
