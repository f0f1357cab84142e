import { type Browser, expect, type Locator, type Page } from '@playwright/test';

/** A workspace on the canvas. */
export const station = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: 'Board' })
    .getByRole('button', { name: new RegExp(`^${name}, (remote|local)`) });

/** Puts the focus on a workspace, once a dialog or picker that was closed has given it back: with the next frame. */
export async function focusStation(page: Page, name: string): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await station(page, name).focus();
}

/** Adds a run trigger by keys. Each key waits for what it is pressed on: the list takes the focus once it is drawn. */
export async function wire(page: Page, source: string, downstream: string): Promise<void> {
  await station(page, source).focus();
  await page.keyboard.press('t');
  await expect(
    page.locator('.picker').getByRole('option', { name: new RegExp(`^${downstream}`) }),
  ).toBeVisible();
  await expect(page.locator('.picker :focus')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(station(page, downstream)).toHaveAccessibleName(new RegExp(`triggered by ${source}`));
  await expect(station(page, source)).toBeFocused();
}

/** A page of a phone that is used by taps. */
export async function phone(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  return { context, page: await context.newPage() };
}

/**
 * Holds back what a dialog tells of its closing, as a browser does until its next frame.
 * @returns lets it be told
 */
export async function holdClosing(dialog: Locator): Promise<() => Promise<void>> {
  const element = await dialog.elementHandle();
  if (element === null) throw new Error('there is no such dialog');
  const hold = { capture: true, once: true };
  await element.evaluate(
    (node, options) => node.addEventListener('close', (event) => event.stopImmediatePropagation(), options),
    hold,
  );
  return () => element.evaluate((node) => void node.dispatchEvent(new Event('close')));
}
