import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { holdClosing } from './board.ts';
import { test } from './fixtures.ts';
import { board, drop, expectText, openHcl, station } from './hclTab.ts';

const workspace = (name: string, more = '') =>
  `resource "tfe_workspace" "${name}" {\n  name         = "${name}"\n  organization = "acme"\n${more}}\n`;
const TRIGGER = `resource "tfe_run_trigger" "t" {
  workspace_id  = tfe_workspace.lamp.id
  sourceable_id = tfe_workspace.saw.id
}
`;
const UNKNOWN = `${workspace('saw', '  auto_apply   = data.aws_ssm_parameter.auto.value\n')}
data "aws_ssm_parameter" "auto" {
  name = "auto"
}
`;
const BROKEN = 'resource "tfe_workspace" "lost" {\n  name = \n}\n';
const FOR_EACH = `# the platform team
resource "tfe_workspace" "team" {
  for_each     = toset(["api", "web"])
  name         = each.key
  organization = "acme"
  auto_apply   = true
}
`;
const BOARD = JSON.stringify({ version: 1, organizations: [{ name: 'a' }], workspaces: [{ name: 'plane' }] });

const pick = (page: Page, files: Record<string, string>) =>
  page.getByLabel('Open files').setInputFiles(
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })),
  );
const which = (page: Page) =>
  page.getByRole('combobox', { name: 'Board', exact: true }).locator('option:checked');

/** Drops files with paths, as a browser gives the folders that they are in. */
async function dropFolder(page: Page, files: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    type Tree = { [name: string]: Tree | string };
    const tree: Tree = {};
    for (const [path, text] of Object.entries(given)) {
      const names = path.split('/');
      let at = tree;
      for (const name of names.slice(0, -1)) {
        const inner = at[name];
        const next: Tree = typeof inner === 'object' ? inner : {};
        at[name] = next;
        at = next;
      }
      at[names.at(-1) ?? ''] = text;
    }
    const entry = (name: string, inner: Tree | string): object =>
      typeof inner === 'string'
        ? {
            name,
            isFile: true,
            isDirectory: false,
            file: (ok: (file: File) => void) => ok(new File([inner], name)),
          }
        : {
            name,
            isFile: false,
            isDirectory: true,
            createReader: () => {
              const rest = Object.entries(inner).map(([child, text]) => entry(child, text));
              return { readEntries: (ok: (some: object[]) => void) => ok(rest.splice(0, 2)) };
            },
          };
    DataTransferItem.prototype.webkitGetAsEntry = () => {
      const [[name, inner] = ['', '']] = Object.entries(tree);
      return entry(name, inner) as FileSystemEntry;
    };
    const transfer = new DataTransfer();
    transfer.items.add(new File([''], 'folder'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  }, files);
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
});

test('several files of a configuration are chosen together and make one board', async ({ page }) => {
  await pick(page, { 'a.tf': workspace('saw'), 'b.tf': workspace('lamp'), 'c.tf': TRIGGER });
  const dialog = page.getByRole('dialog', { name: 'Open a and 2 more?' });
  await expect(dialog).toContainText('On the board: 2 workspaces, 1 run trigger. Read as HCL from 3 files.');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(station(page, 'lamp')).toHaveAccessibleName(/triggered by saw/);
  await expect(which(page)).toHaveText('a and 2 more');
  expect(await openHcl(page)).toContain('# runchain: file b.tf');
  await page.getByRole('button', { name: 'Undo opening' }).click();
  await expect(station(page, 'network')).toBeVisible();
  await expect(page.getByText('“My board” is back.').first()).toBeVisible();
});

test('a folder is chosen, and what is not looked at is said', async ({ page }, info) => {
  const folder = info.outputPath('infra');
  const files = {
    'main.tf': workspace('saw'),
    'more.tf': workspace('lamp'),
    'README.md': 'hello',
    'prod.tfvars': 'a = 1\n',
    '.terraform/modules/copy.tf': workspace('copy'),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${name}`), { recursive: true });
    writeFileSync(`${folder}/${name}`, text);
  }
  await page.getByLabel('Open folder').setInputFiles(folder);
  const dialog = page.getByRole('dialog', { name: 'Open infra?' });
  await expect(dialog).toContainText('On the board: 2 workspaces');
  await dialog.getByText(/^Not looked at/).click();
  for (const words of ['README.md', 'prod.tfvars', 'infra/.terraform', 'Up to 1000 files'])
    await expect(dialog).toContainText(words);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(station(page, 'lamp')).toBeVisible();
  await expect(station(page, 'copy')).toHaveCount(0);
  await expect(which(page)).toHaveText('infra');
});

test('a folder is dropped, with folders in it', async ({ page }) => {
  await dropFolder(page, {
    'estate/a.tf': workspace('saw'),
    'estate/b.tf': workspace('lamp'),
    'estate/c.tf': TRIGGER,
    'estate/other/d.tf': workspace('plane'),
    'estate/node_modules/x/y.tf': workspace('copy'),
  });
  const dialog = page.getByRole('dialog', { name: 'Open estate?' });
  await expect(dialog).toContainText('On the board: 3 workspaces, 1 run trigger. Read as HCL from 4 files.');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(station(page, 'plane')).toBeVisible();
});

test('one file with a syntax error is named, and the rest opens without it', async ({ page }) => {
  await pick(page, { 'a.tf': workspace('saw'), 'b.tf': BROKEN });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Left out, because the file has a syntax error (1)');
  await expect(dialog).toContainText('b.tf line 2, column 3');
  await axeInBoth(page);
  await dialog.getByRole('button', { name: 'Open without it' }).click();
  await expect(station(page, 'saw')).toBeVisible();
});

test('a value of another provider is listed and never refuses the file', async ({ page }) => {
  await drop(page, 'main.tf', UNKNOWN);
  const dialog = page.getByRole('dialog', { name: 'Open main?' });
  await expect(dialog).toContainText('Cannot be known from these files (1)');
  await expect(dialog).toContainText('line 4');
  await page.keyboard.press('Escape');
  await expect(station(page, 'network')).toBeVisible();
  await drop(page, 'main.tf', UNKNOWN);
  await dialog.getByRole('button', { name: 'Open without it' }).click();
  await expect(station(page, 'saw')).toBeVisible();
  expect(await openHcl(page)).toBe(UNKNOWN);
});

test('boards and a file that is none: each board is kept, by choice, and the rest is named', async ({
  page,
}) => {
  await page.evaluate(
    (files) => {
      const clipboardData = new DataTransfer();
      for (const [name, text] of files) clipboardData.items.add(new File([text ?? ''], name ?? ''));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [
      ['plane.json', BOARD],
      ['main.tf', workspace('saw')],
      ['notes.txt', 'hello'],
    ],
  );
  const dialog = page.getByRole('dialog', { name: 'Open 2 boards?' });
  await expect(dialog).toContainText('notes.txt');
  await expect(dialog).toContainText('is not a board');
  await dialog.getByRole('button', { name: 'Open 2 boards without it' }).click();
  await expect(page.getByText(/Opened 2 boards, each one under Boards/).first()).toBeVisible();
  const options = page.getByRole('combobox', { name: 'Board', exact: true }).locator('option');
  await expect(options).toHaveText(['My board', 'main', 'plane']);
});

test('one workspace of a block is set apart, and the other way of writing it is a click', async ({
  page,
}) => {
  await drop(page, 'team.tf', FOR_EACH);
  await expect(station(page, 'api')).toBeVisible();
  await station(page, 'api').click();
  await page.getByRole('checkbox', { name: 'Auto-apply API, UI and VCS runs' }).uncheck();
  const text = await openHcl(page);
  expect(text).toContain('auto_apply   = each.key == "api" ? false : true');
  expect(text).toContain('for_each     = toset(["api", "web"])');
  const choice = page.getByRole('region', { name: 'How the text says it' });
  await expect(choice).toContainText('tfe_workspace.team["api"] is set apart by a condition');
  await axeInBoth(page);
  await choice.getByRole('button', { name: 'Rewrite the block' }).click();
  await expectText(page).not.toMatch(/for_each/);
  await expectText(page).toMatch(/# the platform team/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectText(page).toMatch(/each\.key == "api"/);
  await choice.getByRole('button', { name: 'Override this one' }).click();
  await expect(choice).toHaveCount(0);
  await expectText(page).toMatch(/each\.key == "api"/);
  await expect(board(page)).toBeVisible();
});

test('what was found is shown, also where the browser is late to tell that the last dialog closed', async ({
  page,
}) => {
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  const first = page.getByRole('dialog', { name: 'Open main?' });
  await pick(page, { 'main.tf': UNKNOWN });
  await expect(first).toContainText('Cannot be known from these files (1)');
  const told = await holdClosing(first);
  await page.keyboard.press('Escape');
  await expect(first).toBeHidden();
  await pick(page, { 'other.tf': UNKNOWN });
  const second = page.getByRole('dialog', { name: 'Open other?' });
  await expect(second).toContainText('Cannot be known from these files (1)');
  await told();
  await expect(second).toContainText('Cannot be known from these files (1)');
});
