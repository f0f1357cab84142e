import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { seeded } from './quizJourney.ts';
import { entriesIn, putRows, refusals, setFull, setNewCards, stubFull } from './storageTools.ts';

const today = (n: number) => ({ name: `${n} questions today` });

test('nothing that was shown as kept is lost, though fifty tabs are killed at any moment', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const random = seeded(50);
  let [told, clicked] = [0, 0];
  for (let round = 0; round < 50; round++) {
    const page = await context.newPage();
    await page.goto('lessons/tokens/', { waitUntil: 'domcontentloaded' });
    const button = page.locator('[data-mark-lesson]');
    await expect(button).toBeVisible();
    for (let i = random(3); i > 0; i--) {
      const before = (await button.textContent()) ?? '';
      clicked++;
      await button.click();
      await expect(button).not.toHaveText(before);
      told++;
    }
    // The last one is under way when the tab dies: it may be kept or not, and takes nothing else with it.
    clicked++;
    await button.dispatchEvent('click');
    await new Promise((resolve) => setTimeout(resolve, random(25)));
    if (random(2) === 0) await page.close({ runBeforeUnload: false });
    else {
      const session = await context.newCDPSession(page);
      const dead = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => {});
      await dead;
      await page.close();
    }
  }
  const page = await context.newPage();
  const kept = await entriesIn(page);
  expect(kept).toBeGreaterThanOrEqual(told);
  expect(kept).toBeLessThanOrEqual(clicked);
  expect(told).toBeGreaterThan(20);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('runchain.journal'))),
  ).toEqual([]);
});

test('two tabs agree, the later change counts in both, and neither overwrites the other', async ({
  context,
}) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await one.goto('review/');
  await other.goto('review/');
  await setNewCards(one, 3);
  await expect(other.getByRole('heading', today(3))).toBeVisible();
  await setNewCards(other, 5);
  await expect(one.getByRole('heading', today(5))).toBeVisible();
  await setNewCards(one, 4);
  await expect(other.getByRole('heading', today(4))).toBeVisible();
  await other.reload();
  await expect(other.getByRole('heading', today(4))).toBeVisible();
  expect(await entriesIn(one)).toBe(3);
});

test('full storage is reported, nothing is thrown away, and it is written when there is room', async ({
  context,
}) => {
  await context.addInitScript(stubFull);
  const page = await context.newPage();
  await page.goto('review/');
  await setNewCards(page, 3);
  await setFull(page, { database: true, text: true });
  await setNewCards(page, 5);
  await expect(page.getByRole('alert')).toContainText('could not store the last change');
  await setFull(page, { database: false, text: false });
  await setNewCards(page, 6);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', today(6))).toBeVisible();
  // With the database full the journal holds it over the end of the tab.
  await setFull(page, { database: true, text: false });
  await setNewCards(page, 7);
  await expect(page.getByRole('alert')).toContainText('could not store the last change');
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto('review/');
  await expect(next.getByRole('heading', today(7))).toBeVisible();
  expect(await entriesIn(next)).toBe(4);
});

test.describe('full storage is told wherever something is kept, nothing is lost, and it is tried again', () => {
  const full = { database: true, text: true };
  const told = (page: Page) => page.getByRole('alert').filter({ hasText: /could not/ });
  /** Tries again in vain, makes room, and tries again. */
  const thenThereIsRoom = async (page: Page) => {
    const again = page.getByRole('button', { name: 'Try again' });
    const before = await refusals(page);
    await again.click();
    // What is tried must have met the full storage before there is room.
    await expect.poll(() => refusals(page)).toBeGreaterThan(before);
    await expect(told(page)).toBeVisible();
    await setFull(page, { database: false, text: false });
    await again.click();
    await expect(told(page)).toHaveCount(0);
  };

  test.beforeEach(async ({ page }) => {
    await page.addInitScript(stubFull);
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  test('the mark of a lesson: leaving would lose it, and a file has it', async ({ page }) => {
    await page.goto('lessons/tokens/');
    await expect(page.locator('[data-mark-lesson]')).toBeVisible();
    await setFull(page, full);
    await page.locator('[data-mark-lesson]').click();
    await expect(told(page)).toContainText('It is only on this page');
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await axeInBoth(page, `storage is full, ${width} px`);
    }
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
    expect(file.entries).toMatchObject([{ kind: 'lesson', lesson: 'tokens', mark: 'read' }]);
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.type())));
    });
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Rules' })
      .click({ noWaitAfter: true });
    expect(await asked).toBe('beforeunload');
    await thenThereIsRoom(page);
    expect(await entriesIn(page)).toBe(1);
  });

  test('a check question of a lesson', async ({ page }) => {
    await page.goto('lessons/tokens/');
    const question = page
      .locator('.quiz-item')
      .filter({ has: page.locator('.quiz-options') })
      .first();
    await question.scrollIntoViewIfNeeded();
    await question.getByRole('radio').first().check();
    await setFull(page, full);
    await question.getByRole('button', { name: 'Check answer' }).click();
    await expect(told(page)).toContainText('It is only on this page');
    await thenThereIsRoom(page);
    expect(await entriesIn(page)).toBe(1);
  });

  test('an attempt at a level', async ({ page }) => {
    await page.goto('sandbox/levels/01-first-spark/');
    const check = page.getByRole('button', { name: /^Check/ }).first();
    await expect(check).toBeVisible();
    await setFull(page, { database: true, text: false });
    await check.click();
    // The debrief covers the bar of the page, so it says it itself.
    const debrief = page.getByRole('dialog');
    await expect(debrief.getByRole('alert')).toContainText('It is noted down');
    await axeInBoth(page, 'storage is full, debrief');
    await page.keyboard.press('Escape');
    await expect(debrief).toHaveCount(0);
    await expect(told(page)).toContainText('It is noted down');
    await thenThereIsRoom(page);

    await setFull(page, { database: true, text: false });
    await check.click();
    await expect(debrief.getByRole('alert')).toContainText('It is noted down');
    await setFull(page, { database: false, text: false });
    await debrief.getByRole('button', { name: 'Try again' }).click();
    await expect(debrief.getByRole('alert')).toHaveText('');
    expect(await entriesIn(page)).toBe(2);
  });

  test('what the dashboard takes in from a file; and the theme, a setting of every page', async ({
    page,
  }) => {
    expect(await entriesIn(page)).toBe(0);
    await page.getByLabel(/^Import a file/).setInputFiles('test/fixtures/progress/version-1.json');
    await setFull(page, full);
    await page.getByRole('button', { name: 'Import this' }).click();
    await expect(told(page)).toContainText('It is only on this page');
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect(told(page)).toContainText('could not keep the theme');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await thenThereIsRoom(page);
    expect(await entriesIn(page)).toBe(2);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('damaged records are reported, set aside and exported, and the rest is read', async ({ page }) => {
  await page.goto('review/');
  await setNewCards(page, 3);
  await putRows(page, {
    log: [
      { id: 'x', kind: 'from-the-future', at: 1 },
      { id: 'y', at: 'no', kind: 'lesson' },
    ],
    sessions: [{ id: 'z', data: '\u0000' }],
  });
  await page.evaluate(() => {
    localStorage.setItem('runchain.journal.cut', '{"entries":[{"kind":"les');
    localStorage.setItem('runchain.journal.odd', JSON.stringify({ entries: [{ odd: 1 }], sessions: [] }));
  });
  expect(await entriesIn(page)).toBe(1);
  await expect(page.getByRole('alert')).toContainText('5 records of your progress could not be read');
  await expect(page.getByText('5 could not be read and are kept aside')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
  expect(file.entries).toHaveLength(1);
  expect(file.aside).toHaveLength(5);
  expect(file.aside).toContainEqual('{"entries":[{"kind":"les');
  // Nothing of it is counted or set aside a second time.
  await page.reload();
  await expect(page.getByText('5 could not be read and are kept aside')).toBeVisible();
  await page.goto('review/');
  await expect(page.getByRole('heading', today(3))).toBeVisible();
});

test('files of every version are merged without loss or doubles, shown first, and persistence is asked for', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = async () => sessionStorage.getItem('asked') !== null;
    navigator.storage.persist = async () => {
      sessionStorage.setItem('asked', 'yes');
      return true;
    };
  });
  await page.goto('progress/');
  await expect(page.getByText('The browser may clear it when space is short')).toBeVisible();
  const choose = (path: string) => page.getByLabel(/^Import a file/).setInputFiles(path);
  const count = (n: number) => expect(page.getByText(`${n} entries in the log.`)).toBeVisible();
  const take = async () => {
    await page.getByRole('button', { name: 'Import this' }).click();
    await expect(page.getByText('Imported.')).toBeVisible();
    await expect(page.getByLabel(/^Import a file/)).toBeFocused();
  };
  await choose('test/fixtures/progress/version-1.json');
  await expect(page.getByText('2 answers will be added.')).toBeVisible();
  // Shown, not done.
  await count(0);
  await take();
  await count(2);
  await expect(page.getByText('The browser has promised to keep it.')).toBeVisible();
  await choose('test/fixtures/progress/version-2.json');
  await expect(page.getByText('1 level attempt will be added.')).toBeVisible();
  await expect(page.getByText('1 session will be added or brought up to date.')).toBeVisible();
  await expect(page.getByText('2 cannot be read by this version and will be kept aside.')).toBeVisible();
  await count(2);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await count(2);
  await page.getByLabel(/^Import a file/).setInputFiles([]);
  await choose('test/fixtures/progress/version-2.json');
  await take();
  await count(5);
  for (const [version, known] of [
    [1, 2],
    [2, 3],
  ] as const) {
    await choose(`test/fixtures/progress/version-${version}.json`);
    await expect(page.getByText(`${known} entries are here already and stay as they are.`)).toBeVisible();
    await expect(page.getByText('will be added')).toHaveCount(0);
    await take();
    await count(5);
  }
  // Deleting saves everything first, and what was saved brings it all back.
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Export, then delete' }).click();
  await count(0);
  await choose(await (await saved).path());
  await take();
  await count(5);
  await expect(page.getByText('2 could not be read and are kept aside')).toBeVisible();
});
