import { expect } from '@playwright/test';
import { axeInBoth, axeSizes } from './axe.ts';
import { test } from './fixtures.ts';
import { cutOff, lostInForcedColours, moving, PAGES, settle } from './pages.ts';

/** Desk and phone. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

// One visit each: what is seen is turned while the page is open.
for (const [name, path, sign] of PAGES)
  test(`${name}: axe finds nothing in both themes and forced colours, nothing is cut off or moves`, async ({
    page,
    trouble,
  }) => {
    test.slow();
    // The page for a missing address is itself answered with 404.
    if (path === '404.html') trouble.allow(/404 \(Not Found\)/);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    await expect(page.locator(sign).first()).toBeVisible();
    await settle(page);
    expect.soft(await moving(page)).toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await axeInBoth(page, `${size.width} px`);
      expect.soft(await cutOff(page), `${size.width} px`).toEqual([]);
    }
    const fits = (where: string) =>
      expect(async () => expect(await cutOff(page), where).toEqual([])).toPass({ timeout: 5000 });
    // The smallest phone.
    await page.setViewportSize({ width: 320, height: 400 });
    await fits('320 px');
    // A desk of 1280 px at 200 %, as a browser zooms: half as many px, each of them two points wide.
    const screen = await page.context().newCDPSession(page);
    await screen.send('Emulation.setDeviceMetricsOverride', {
      width: 640,
      height: 400,
      deviceScaleFactor: 2,
      mobile: false,
    });
    expect(await page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([640, 2]);
    await fits('200 %');
    await screen.detach();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ forcedColors: 'active' });
    await axeSizes(page, 'forced colours');
    await page.keyboard.press('Tab');
    expect.soft(await lostInForcedColours(page)).toEqual([]);
  });

test('who asks for less motion gets pages that do not fade into each other', async ({ page }) => {
  const fades = () =>
    page.evaluate(() => {
      const inForce = (rules: CSSRuleList): string[] =>
        [...rules].flatMap((rule) => {
          if (rule instanceof CSSMediaRule)
            return matchMedia(rule.conditionText).matches ? inForce(rule.cssRules) : [];
          return rule.cssText.startsWith('@view-transition') ? [rule.cssText] : [];
        });
      return [...document.styleSheets].flatMap((sheet) => inForce(sheet.cssRules)).length;
    });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('lessons/');
  expect(await fades()).toBe(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await fades()).toBe(0);
});

test('a stored theme holds on the next page, before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('lessons/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the first Tab offers to skip to the content', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('a printed lesson and rule are black on white in the dark theme too, with words for each figure and no controls', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print', reducedMotion: 'reduce' });
  for (const path of ['lessons/run-triggers/', 'rules/pol-04/']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
    for (const gone of ['.site-header', '.site-footer', 'nav', '.button'])
      expect(await page.locator(gone).filter({ visible: true }).count(), `${path}: ${gone}`).toBe(0);
    await expect(page.getByText('What is done, in this order:').first()).toBeVisible();
    await expect(page.locator('.figure').first()).toHaveCSS('break-inside', 'avoid');
  }
  // What a list would offer stands beside its rows.
  await page.goto('lessons/auto-apply/');
  await settle(page);
  const choices = page.locator('.quiz-choices').first();
  await expect(choices).toBeVisible();
  expect((await choices.textContent())?.split('; ').length).toBeGreaterThan(1);
  await page.goto('lessons/run-triggers/');
  const level = page.locator('.prose .level-link').first();
  expect(await level.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
    '/sandbox/levels/',
  );
});

test('search finds a rule by words of its text and opens it by keyboard', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill('policy override');
  await expect(page.getByText(/\d+ pages? found/)).toBeVisible();
  const first = page.locator('[data-search-results] a').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).not.toContain('search');
});

test('the rule book is filtered while one types', async ({ page }) => {
  await page.goto('rules/');
  await page.getByRole('searchbox', { name: 'Find a rule' }).fill('hard-mandatory');
  await expect(page.getByText(/rules? found/)).toBeVisible();
  await expect(page.locator('[data-rules] > li:visible').first()).toContainText('POL-04');
  await page.getByRole('searchbox', { name: 'Find a rule' }).fill('zzz');
  await expect(page.getByText('0 rules found. Try fewer words.')).toBeVisible();
});
