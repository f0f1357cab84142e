import { readFileSync } from 'node:fs';
import { type Download, expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';

const board = (page: Page) => page.getByRole('region', { name: 'Board' });
const station = (page: Page, name: string) =>
  board(page).getByRole('button', { name: new RegExp(`^${name}, (remote|local)`) });
const field = (page: Page) => page.getByRole('textbox', { name: 'HCL of the board' });
const show = (page: Page, tab: string) => board(page).getByRole('button', { name: tab, exact: true }).click();
const TRIGGER = `
resource "tfe_run_trigger" "network_to_platform" {
  workspace_id  = tfe_workspace.platform.id
  sourceable_id = tfe_workspace.network.id
}
`;
const LAYOUT = {
  version: 1,
  organizations: [{ name: 'shed' }],
  workspaces: [{ name: 'saw' }, { name: 'lamp' }],
  run_triggers: [{ sourceable: 'saw', workspace: 'lamp' }],
};

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

/** The HCL tab with the text of the board in it. */
async function openHcl(page: Page): Promise<string> {
  await show(page, 'HCL');
  await expect(page.getByText('Text and board agree.')).toBeVisible();
  return field(page).inputValue();
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? ''));
      return transfer;
    },
    [name, text],
  );
  await board(page).dispatchEvent('dragover', { dataTransfer: files });
  await board(page).dispatchEvent('drop', { dataTransfer: files });
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

test('AC 28: what is typed as HCL moves the arrows, and is one undo unit', async ({ page }) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(text + TRIGGER);
  await expect(page.getByRole('status').last()).toContainText('1 run trigger.');
  await field(page).fill(`# wired by hand\n${text}${TRIGGER}`);
  await expect(page.getByText('Kept as it stands (1)')).toBeVisible();
  await show(page, 'Canvas');
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(station(page, 'platform')).not.toHaveAccessibleName(/triggered by/);
  await page.getByRole('button', { name: 'Redo' }).click();
  await openHcl(page);
  await expect(field(page)).toHaveValue(/^# wired by hand/);
});

test('the arrow that is drawn on the canvas stands in the text, beside the comments of before', async ({
  page,
}) => {
  await page.goto('sandbox/');
  const text = await openHcl(page);
  await field(page).fill(`${text}\n# mine\nresource "aws_vpc" "main" {}\n`);
  await expect(page.getByText('Kept as it stands (2)')).toBeVisible();
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
  const selected = await field(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe('workspace_id  = tfe_workspace.platfrom.id');
  await page.reload();
  await expect(station(page, 'network')).toBeVisible();
  await show(page, 'HCL');
  await expect(page.getByText(/One mistake/)).toBeVisible();
  await expect(field(page)).toHaveValue(/platfrom/);
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

test('AC 45: a board is opened from a file, from the clipboard and by dropping, as one undo unit', async ({
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
      page.getByLabel('Open file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }),
    (_name: string, text: string) => paste(page, text),
    (name: string, text: string) => drop(page, name, text),
  ];
  for (const [i, way] of ways.entries()) {
    const [name, text] = forms[i] ?? ['', ''];
    await way(name, text);
    await expect(station(page, 'lamp')).toHaveAccessibleName(/triggered by saw/);
    await page.getByRole('button', { name: 'Undo' }).click();
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
    await page.getByRole('button', { name: 'Undo' }).click();
    await drop(page, name, files[name] ?? '');
    await expect(page.getByRole('status').last()).toContainText(`${name} was opened`);
    await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
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
  await expect(page.getByText('Kept as it stands (3)')).toBeVisible();
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
