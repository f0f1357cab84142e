import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Ends every transition: a colour on its way from one theme to the other has no contrast of its own. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });
}

/**
 * Expects that axe finds nothing on a page as it stands.
 * @param where what to call the state of the page in the message
 * @param part a selector of what alone is looked at
 */
export async function axe(page: Page, where = '', part?: string): Promise<void> {
  await still(page);
  // No page of the site has a frame: without them there is no need of a second page.
  const all = new AxeBuilder({ page }).setLegacyMode();
  // Not on by itself, and Lighthouse looks at it. Of a scrolled page some part is always half under the header.
  if (await page.evaluate(() => scrollY === 0)) all.options({ rules: { 'target-size': { enabled: true } } });
  // Forced colours are the system's own; axe compares those of the style sheet, which are not seen.
  if (await page.evaluate(() => matchMedia('(forced-colors: active)').matches))
    all.disableRules(['color-contrast']);
  const { violations } = await (part === undefined ? all : all.include(part)).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  expect.soft(found, where).toEqual([]);
}

/** Puts a page into a theme, as the button of the site does. */
export const setTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);

/** The same in the light and in the dark theme, in this order. */
export async function axeInBoth(page: Page, where = '', part?: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await axe(page, `${where} ${theme}`, part);
  }
}
