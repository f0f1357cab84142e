import { readFileSync } from 'node:fs';
import { type Download, expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { board, station, field, TRIGGER, openHcl, drop } from './hclTab.ts';

const LAYOUT = {
  version: 1,
  organizations: [{ name: 'shed' }],
  workspaces: [{ name: 'saw' }, { name: 'lamp' }],
  run_triggers: [{ sourceable: 'saw', workspace: 'lamp' }],
};

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function paste(page: Page, text: string): Promise<void> {
  await station(page, 'network').focus();
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('AC 45: a board is opened from a file, from the clipboard and by dropping, beside the own one, and goes again', async ({
  page,
}) => {
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  const forms: [string, string][] = [
    ['shed.json', JSON.stringify(LAYOUT)],
    [
      'shed.yaml',
      'version: 1\norganizations: [{ name: shed }]\nworkspaces:\n  - name: saw\n  - name: lamp\nrun_triggers:\n  - { sourceable: saw, workspace: lamp }\n',
    ],
    [
      'shed.tf',
      'resource "tfe_organization" "o" {\n  name = "shed"\n  email = "a@b.c"\n}\nresource "tfe_workspace" "saw" {\n  name = "saw"\n  organization = tfe_organization.o.name\n}\nresource "tfe_workspace" "lamp" {\n  name = "lamp"\n  organization = tfe_organization.o.name\n}\nresource "tfe_run_trigger" "t" {\n  workspace_id = tfe_workspace.lamp.id\n  sourceable_id = tfe_workspace.saw.id\n}\n',
    ],
  ];
  const ways = [
    (name: string, text: string) =>
      page
        .getByLabel('Open files')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }),
    (_name: string, text: string) => paste(page, text),
    (name: string, text: string) => drop(page, name, text),
  ];
  for (const [i, way] of ways.entries()) {
    const [name, text] = forms[i] ?? ['', ''];
    await way(name, text);
    await expect(station(page, 'lamp')).toHaveAccessibleName(/triggered by saw/);
    await expect(page.getByText(/Your board “My board” is kept under Boards/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo opening' }).click();
    await expect(station(page, 'network')).toBeVisible();
    await expect(station(page, 'lamp')).toHaveCount(0);
  }
});

test('a file that is no board changes nothing, and each problem is said', async ({ page }) => {
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  const broken = { ...LAYOUT, workspaces: [{ name: 'saw', auto_aply: true }, { name: 'la mp' }] };
  await drop(page, 'broken.json', JSON.stringify(broken));
  const dialog = page.getByRole('dialog', { name: 'broken.json was not opened' });
  await expect(dialog).toContainText('workspaces[0].auto_aply');
  await expect(dialog).toContainText('auto_apply');
  await expect(dialog).toContainText('workspaces[1].name');
  await page.keyboard.press('Escape');
  await expect(station(page, 'network')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await paste(page, 'hello');
  await expect(page.getByRole('dialog')).toContainText('is not a board');
});

test('every form of export is a file that opens', async ({ page }) => {
  await page.goto('sandbox/');
  await station(page, 'network').focus();
  for (const key of ['t', 'Enter']) await page.keyboard.press(key);
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export My board' });
  const files: Record<string, string> = {};
  for (const form of ['JSON', 'YAML', 'HCL', 'SVG', 'PNG']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: form }).click(),
    ]);
    files[download.suggestedFilename()] = await textOf(download);
  }
  expect(Object.keys(files)).toEqual([
    'my-board.json',
    'my-board.yaml',
    'my-board.tf',
    'my-board.svg',
    'my-board.png',
  ]);
  expect(files['my-board.png']).toContain('PNG');
  expect(files['my-board.svg']).toContain('network triggers platform');
  await page.keyboard.press('Escape');
  for (const name of ['my-board.json', 'my-board.yaml', 'my-board.tf']) {
    await drop(page, name, files[name] ?? '');
    await expect(page.getByRole('status').last()).toContainText('Opened “my-board”');
    await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
    await page.getByRole('button', { name: 'Undo opening' }).click();
  }
});

test('AC 45: a long link warns and offers a file', async ({ page }) => {
  await page.goto('sandbox/');
  // Pseudo-random names: text that repeats itself would be packed into a short link.
  let seed = 1;
  const word = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  };
  const workspaces = Array.from({ length: 450 }, () => ({
    name: `${word()}-${word()}`,
    variables: [{ key: `k${word()}`, value: word() + word() + word() }],
  }));
  await drop(page, 'large.json', JSON.stringify({ ...LAYOUT, workspaces, run_triggers: [] }));
  await expect(page.getByRole('status').last()).toContainText('450 workspaces');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText(/A file is safer/)).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as file' }).click(),
  ]);
  expect(JSON.parse(await textOf(download)).layout.workspaces).toHaveLength(450);
});

test('named boards survive a reload, each with its own content', async ({ page }) => {
  await page.goto('sandbox/');
  await page.getByRole('button', { name: 'Boards', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Boards' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Evening');
  await dialog.getByRole('combobox').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toHaveCount(0);
  const which = page.getByRole('combobox', { name: 'Board', exact: true });
  await expect(which.locator('option:checked')).toHaveText('Evening');
  await board(page).getByRole('button', { name: 'Add workspace' }).click();
  await expect(station(page, 'workspace')).toBeVisible();
  await page.reload();
  await expect(which.locator('option:checked')).toHaveText('Evening');
  await expect(station(page, 'workspace')).toBeVisible();
  await which.selectOption({ label: 'My board' });
  await expect(station(page, 'network')).toBeVisible();
  await expect(station(page, 'workspace')).toHaveCount(0);
  await page.getByRole('button', { name: 'Boards', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete Evening' }).click();
  await expect(dialog.getByText('Evening was deleted.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bring it back' }).click();
  await expect(which.locator('option:checked')).toHaveText('Evening');
});

test('two tabs with one board: the newer copy is offered, and nothing is written over', async ({
  page,
  context,
}) => {
  await page.goto('sandbox/');
  const other = await context.newPage();
  await other.goto('sandbox/');
  await expect(station(other, 'network')).toBeVisible();
  await board(page).getByRole('button', { name: 'Add workspace' }).click();
  await expect(other.getByText(/Another tab has a newer copy/)).toBeVisible();
  await board(other).getByRole('button', { name: 'Add workspace' }).click();
  await board(other).getByRole('button', { name: 'Add workspace' }).click();
  await other.getByRole('button', { name: 'Keep both' }).click();
  await expect(
    other.getByRole('combobox', { name: 'Board', exact: true }).locator('option:checked'),
  ).toHaveText('My board, my copy');
  await expect(station(other, 'workspace-2')).toBeVisible();
  await page.reload();
  await expect(station(page, 'workspace')).toBeVisible();
  await expect(station(page, 'workspace-2')).toHaveCount(0);
});

test('where storage is blocked all of it works, and the page says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  await page.goto('sandbox/');
  await expect(page.getByText(/keeps nothing for this page/)).toBeVisible();
  const text = await openHcl(page);
  await field(page).fill(text + TRIGGER);
  await expect(page.getByRole('status').last()).toContainText('1 run trigger.');
});
