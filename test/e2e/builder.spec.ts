import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { holdClosing } from './board.ts';
import { test } from './fixtures.ts';
import { prove } from '#engine/levels/prove.ts';
import { parseLevel } from '#model/level/level.ts';
import { readText } from '#model/parse/text.ts';

const FIRST = 'content/levels/01-first-spark.yaml';
const dataOf = (text: string): unknown => {
  const data = readText(text, 'yaml or json');
  return data.ok ? data.value : null;
};
const levelOf = (text: string) => {
  const level = parseLevel(dataOf(text));
  if (!level.ok) throw new Error(JSON.stringify(level.problems));
  return level.value;
};
const first = levelOf(readFileSync(FIRST, 'utf8'));

/* Everything by keyboard: a control gets the focus and keys, never a pointer. */
const press = async (control: Locator, key = 'Enter') => {
  await control.focus();
  await control.press(key);
};
const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
async function write(control: Locator, text: string): Promise<void> {
  await control.focus();
  await control.page().keyboard.type(text);
}
async function tick(control: Locator): Promise<void> {
  if (!(await control.isChecked())) await press(control, 'Space');
}
/** Goes through the choices with the arrow keys until the wanted one is there. */
async function pick(control: Locator, wanted: string): Promise<void> {
  await control.focus();
  await control.press('Home');
  const shown = () => control.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
  for (let i = 0; i < 60 && (await shown()) !== wanted; i++) await control.press('ArrowDown');
  expect(await shown()).toBe(wanted);
}
const open = (page: Page, part: string) =>
  press(button(page.getByRole('navigation', { name: 'Parts of the level' }), part));
const checklist = (page: Page) => page.getByRole('complementary', { name: 'Checklist' });
const field = (within: Page | Locator, name: string) => within.getByLabel(name, { exact: true });
const box = (within: Locator, name: string) => within.getByRole('combobox', { name, exact: true });
const group = (within: Page | Locator, name: string) => within.getByRole('group', { name, exact: true });

/** A new edit or action in one of the lists, by its form. */
async function addChange(
  page: Page,
  list: string,
  noun: 'edit' | 'action',
  type: string,
  fill: (form: Locator) => Promise<void>,
): Promise<void> {
  await press(button(group(page, list), `New ${noun}`));
  const form = page.getByRole('form', { name: `${list}: new ${noun}` });
  await pick(field(form, 'Type'), type);
  await fill(form);
  await press(button(form, 'Add'));
  await expect(form).toHaveCount(0);
}
const arrow = (sourceable: string, workspace: string) => async (form: Locator) => {
  await pick(field(form, 'Sourceable'), sourceable);
  await pick(field(form, 'Workspace'), workspace);
};
const turnedOn = (workspace: string, name: string) => async (form: Locator) => {
  await pick(field(form, 'Workspace'), workspace);
  await pick(field(form, 'Field'), name);
};
const fromPalette = async (page: Page, list: string, words: string) => {
  await pick(field(group(page, list), 'An edit of the palette'), words);
  await press(button(group(page, list), 'Add: An edit of the palette'));
};

async function exported(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await press(button(page, 'Export'));
  return readFileSync(await (await waiting).path(), 'utf8');
}

async function wire(page: Page): Promise<void> {
  await open(page, 'Board');
  const board = page.getByRole('region', { name: 'Board' });
  await press(button(board, 'Tables'));
  for (const name of ['network', 'app']) {
    const form = board.getByRole('form', { name: 'Add workspace' });
    await write(field(form, 'New workspace'), name);
    await press(button(form, 'Add to the board'));
  }
  await tick(field(board, 'auto_apply of network'));
  await press(button(board.getByRole('group', { name: 'Show tables of' }), /Sharing/));
  await tick(field(board, 'global_remote_state of network'));
  const outputs = board.getByRole('form', { name: 'Add output' });
  await pick(box(outputs, 'Workspace'), 'network');
  await write(field(outputs, 'Output name'), 'subnet_id');
  await press(button(outputs, 'Add output'));
  const reads = board.getByRole('form', { name: 'Add read' });
  await pick(box(reads, 'Reader'), 'app');
  await pick(box(reads, 'reads of'), 'network');
  await press(button(reads, 'Add read'));
}

test('an author makes the first level from nothing, by keyboard, and the proof holds', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('sandbox/builder/');
  await expect(checklist(page)).toContainText('things are missing');
  await wire(page);

  await open(page, 'About');
  const { title, id, chapter, story, debrief } = first;
  const texts = { Title: title, ID: id, Chapter: chapter, Story: story, Debrief: debrief };
  for (const [label, text] of Object.entries(texts)) await write(field(page, label), text);
  await write(field(page, 'Facts'), first.facts.join('\n'));
  await write(field(page, 'Rules'), 'RT-01, RT-02');
  await tick(field(group(page, 'Predict'), 'app'));

  await open(page, 'Script');
  await addChange(page, 'Script', 'action', 'Start run', async (form) => {
    await pick(field(form, 'Workspace'), 'network');
  });

  await open(page, 'Goals');
  await press(button(page, 'New goal'));
  const goal = group(page, 'Goal 1');
  await field(goal, 'ID').fill('');
  await write(field(goal, 'ID'), 'one-run');
  await write(field(goal, 'Text'), first.goals[0]?.text ?? '');
  await write(field(goal, 'Rule'), 'RT-01');
  await pick(field(goal, 'Check'), 'How many runs a workspace got');
  await pick(field(goal, 'Workspace'), 'app');
  await pick(field(goal, 'Source'), 'tfe-run-trigger');
  await write(field(goal, 'Is'), '1');

  await open(page, 'Palette');
  const palette = 'Edits of the palette';
  await addChange(page, palette, 'edit', 'Create run trigger', arrow('network', 'app'));
  await addChange(page, palette, 'edit', 'Create run trigger', arrow('app', 'network'));
  await addChange(page, palette, 'edit', 'Set', turnedOn('app', 'auto_apply'));
  await addChange(page, palette, 'edit', 'Set', turnedOn('app', 'auto_apply_run_trigger'));

  await open(page, 'Solution');
  await fromPalette(page, 'Edits of the solution', 'Create the run trigger from network to app');

  await open(page, 'Mistakes');
  const mistakes = [
    ['Create the run trigger from app to network'],
    [
      'In app, turn Auto-apply (auto_apply) on',
      'In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    ],
  ];
  for (const [i, edits] of mistakes.entries()) {
    await press(button(page, 'New mistake'));
    await write(field(group(page, `Mistake ${i + 1}`), 'Text'), first.mistakes[i]?.text ?? '');
    for (const edit of edits) await fromPalette(page, `Edits of mistake ${i + 1}`, edit);
  }

  await expect(checklist(page).getByRole('status')).toHaveText('Proven');
  await expect(checklist(page)).toContainText('Nothing shorter than par passes.');
  const made = levelOf(await exported(page));
  expect(made).toEqual(first);
  expect(prove(made)).toEqual({ problems: [], tried: 0, parProven: true });

  await press(button(page, 'Play it'));
  await expect(page.getByRole('group', { name: 'Whole level' })).toBeVisible();
  await expect(page.getByText(first.goals[0]?.text ?? '').first()).toBeVisible();
  await press(button(page, 'Back to the builder'));
  await expect(page.getByRole('button', { name: 'Play it' })).toBeVisible();
});

const file = (text: string) => ({
  name: 'mine.yaml',
  mimeType: 'application/yaml',
  buffer: Buffer.from(text),
});
const importText = (page: Page, text: string) => page.locator('input[type=file]').setInputFiles(file(text));

test('a file that is broken is not opened: its problems are named, and the draft stays', async ({ page }) => {
  await page.goto('sandbox/builder/');
  await write(field(page, 'Title'), 'Mine');
  const text = readFileSync(FIRST, 'utf8');
  await importText(
    page,
    text.replace('auto_apply: true, global', 'auto_aply: true, global').replace('title:', 'titel:'),
  );
  const dialog = page.getByRole('dialog', { name: 'mine.yaml was not opened' });
  await expect(dialog).toContainText('layout.workspaces[0].auto_aply unknown key, did you mean auto_apply?');
  await expect(dialog).toContainText('titel unknown key, did you mean title?');
  await page.keyboard.press('Escape');
  await importText(page, 'title: [');
  await expect(dialog).toContainText('line 1');
  await page.keyboard.press('Escape');
  await expect(field(page, 'Title')).toHaveValue('Mine');
});

test('a file that is not opened is said, also where the browser is late to tell that the last dialog closed', async ({
  page,
}) => {
  await page.goto('sandbox/builder/');
  await importText(page, 'titel: Mine');
  const dialog = page.getByRole('dialog', { name: 'mine.yaml was not opened' });
  await expect(dialog).toContainText('titel unknown key');
  const told = await holdClosing(dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await importText(page, 'title: [');
  await expect(dialog).toContainText('line 1');
  await told();
  await expect(dialog).toContainText('line 1');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('AC 40: what is missing is listed by its path; a solution that does not pass is not proven', async ({
  page,
}) => {
  await page.goto('sandbox/builder/');
  const text = readFileSync(FIRST, 'utf8');
  await importText(page, text.replace('fails: one-run', 'fails: no-run'));
  await expect(checklist(page)).toContainText('mistakes[0].fails no goal no-run');
  await press(button(checklist(page), 'Mistakes'));
  await expect(page.getByRole('heading', { name: 'Mistakes' })).toBeVisible();
  await pick(field(group(page, 'Mistake 1'), 'Fails goal'), 'one-run');
  await expect(checklist(page).getByRole('status')).toHaveText('Proven');
  await open(page, 'Solution');
  await press(button(page, 'Remove: Create the run trigger from network to app'));
  await expect(checklist(page).getByRole('status')).toHaveText(/^Not proven/);
  await expect(checklist(page)).toContainText('the solution earns 0 stars');
  expect(await exported(page)).toMatch(/^# A draft, no level yet\. Not proven/);
  await press(page.getByRole('group', { name: 'Whole draft' }).getByRole('button', { name: 'Undo' }));
  await expect(checklist(page).getByRole('status')).toHaveText('Proven');
  expect(await exported(page)).not.toMatch(/^#/);
});

test('the draft and its board are there after a reload; an import can be taken back', async ({ page }) => {
  await page.goto('sandbox/builder/');
  await write(field(page, 'Title'), 'Mine');
  await importText(page, readFileSync(FIRST, 'utf8'));
  await expect(field(page, 'Title')).toHaveValue('First spark');
  await page.reload();
  await expect(field(page, 'Title')).toHaveValue('First spark');
  await expect(checklist(page).getByRole('status')).toHaveText('Proven');
  await press(button(page, 'New'));
  await expect(field(page, 'Title')).toHaveValue('');
  await write(field(page, 'Title'), 'Other');
  await write(field(page, 'Chapter'), 'gates');
  await press(button(page, 'Back to my draft'));
  await expect(checklist(page).getByRole('status')).toHaveText('Proven');
});

test('a script is recorded by playing the board', async ({ page }) => {
  await page.goto('sandbox/builder/');
  await importText(
    page,
    readFileSync(FIRST, 'utf8').replace('- { type: start_run, workspace: network }', '[]'),
  );
  await open(page, 'Board');
  const board = page.getByRole('region', { name: 'Board' });
  await press(button(board, 'Tables'));
  await press(button(board, 'Start run in network'));
  await open(page, 'Script');
  await press(button(page, 'Take over what was done on the board (1)'));
  await expect(group(page, 'Script')).toContainText('Start a run in network in the UI');
  await expect(checklist(page).getByRole('status')).toHaveText('Proven');
});

test('AC 52: axe finds nothing in any part, in both themes, on a desk and on a phone', async ({ page }) => {
  // Twenty-eight looks at a whole page.
  test.setTimeout(240_000);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('sandbox/builder/');
  await importText(page, readFileSync('content/levels/27-the-hard-rule.yaml', 'utf8'));
  await expect(page.getByText('mine.yaml is open.').first()).toBeVisible();
  for (const part of ['About', 'Board', 'Script', 'Goals', 'Palette', 'Solution', 'Mistakes']) {
    await open(page, part);
    if (part === 'Palette') await press(button(page, 'New edit'));
    if (part !== 'Board') await expect(checklist(page).getByRole('status')).toHaveText('Proven');
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await axeInBoth(page, `${part}, ${width} px`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, part).toBeLessThanOrEqual(0);
      if (process.env['RUNCHAIN_SHOTS'])
        await page.screenshot({ path: `${process.env['RUNCHAIN_SHOTS']}/${part}-${width}.png` });
    }
  }
});
