import fc from 'fast-check';
import { expect, type Page } from '@playwright/test';
import { hostileData, NASTY, sealed, spoilt } from '../support/hostile.ts';
import { focusStation, station, wire } from './board.ts';
import { test } from './fixtures.ts';

/** The learner's own board, as it is stored. */
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('runchain.sandbox.board.b1'));

test('AC 46: hostile links and pasted texts run nothing, reach nobody and leave the board as it was', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await wire(page, 'network', 'platform');
  await page.reload();
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
  const before = await kept(page);
  expect(before).toContain('run_triggers');
  const boardOf = (name: string) => ({ layout: { version: 1, workspaces: [{ name }] }, actions: [] });
  const named = (name: string) => JSON.stringify(boardOf(name));
  const sample = { seed: 60, numRuns: 20 };
  const linksByKind = [
    NASTY.map((name) => sealed('d', named(name))),
    NASTY.map((name) => `#s=1.j.${encodeURIComponent(name).slice(0, 900)}.AAAA`),
    fc
      .sample(hostileData, sample)
      .map((data) => sealed('d', JSON.stringify({ layout: data, actions: [data] }))),
    fc
      .sample(hostileData, { ...sample, numRuns: 10 })
      .map((data, i) =>
        sealed('d', JSON.stringify({ ...boardOf('app'), engine: 1, [i % 2 ? 'cursor' : 'level']: data })),
      ),
    NASTY.slice(0, 8).map((id) =>
      sealed('d', JSON.stringify({ ...boardOf('app'), engine: 1, level: { id, version: 1 } })),
    ),
    [sealed('d', JSON.stringify({ ...boardOf('app'), engine: 1, cursor: 1e15 }))],
    fc.sample(spoilt([named('app')]), { ...sample, numRuns: 10 }).map((text) => sealed('j', text)),
  ].map((links) => links.filter((link) => link.length < 20_000));
  expect(linksByKind.flat().length).toBeGreaterThan(50);
  const told = page.locator('.banner', { hasText: /The link could not be opened|This board came by link/ });
  const hacked = () => page.evaluate(() => Reflect.get(window, 'hacked'));
  for (const [first = '', ...others] of linksByKind) {
    await page.goto('about:blank');
    await page.goto(`sandbox/${first}`);
    await expect(told).toBeVisible();
    // The others are put into the address of the page that is open, which reads them as it read the first.
    for (const link of others) {
      await told.getByRole('button', { name: /^(Keep|Close)$/ }).click();
      await expect(told).toHaveCount(0);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, link);
      await expect(told).toBeVisible();
    }
    expect(await hacked()).toBeUndefined();
  }
  await page.goto('about:blank');
  await page.goto('sandbox/');
  await page.getByRole('combobox', { name: 'Board', exact: true }).selectOption('My board');
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);
  for (const name of NASTY.slice(0, 7)) {
    await focusStation(page, 'network');
    await page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', content);
      clipboardData.setData('text/html', content);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, named(name));
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  expect(await hacked()).toBeUndefined();
  expect(dialogs).toEqual([]);
  expect(await kept(page)).toBe(before);
});
