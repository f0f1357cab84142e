import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ContextSpec, RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';

const require = createRequire(import.meta.url);
const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type Axe = { run: (context: ContextSpec | Document, options: RunOptions) => Promise<AxeResults> };

/** Of what axe looks at, what a colour decides. The rest reads no style but what is shown and where. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Ends every transition: a colour on its way from one theme to the other has no contrast of its own. */
async function still(page: Page): Promise<{ atTop: boolean; forced: boolean; hasAxe: boolean }> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    return {
      atTop: scrollY === 0,
      forced: matchMedia('(forced-colors: active)').matches,
      hasAxe: Reflect.has(window, 'axe'),
    };
  });
}

/**
 * Expects that axe finds nothing on a page as it stands.
 * @param where what to call the state of the page in the message
 * @param part a selector of what alone is looked at
 * @param only the rules to ask, where not all
 */
export async function axe(page: Page, where = '', part?: string, only?: string[]): Promise<void> {
  const { atTop, forced, hasAxe } = await still(page);
  // Once a page: axe that has run before is compiled, and takes half as long.
  if (!hasAxe) await page.evaluate(SOURCE);
  const options: RunOptions = {
    // What passes is not described: axe spends more on words about it than on looking.
    resultTypes: ['violations'],
    elementRef: false,
    // It would fetch each style sheet again, for a rule that is off.
    preload: { assets: ['media'] },
    ...(only && { runOnly: { type: 'rule', values: only } }),
    rules: {
      // Not on by itself, and Lighthouse looks at it. Of a scrolled page some part is always half under the header.
      ...(atTop && !only && { 'target-size': { enabled: true } }),
      // Forced colours are the system's own; axe compares those of the style sheet, which are not seen.
      ...(forced && { 'color-contrast': { enabled: false } }),
    },
  };
  const found = await page.evaluate(
    async ([options, part]) => {
      const { run } = Reflect.get(window, 'axe') as Axe;
      const { violations } = await run(part === undefined ? document : { include: [[part]] }, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    [options, part] as const,
  );
  expect.soft(found, where).toEqual([]);
}

/** Puts a page into a theme, as the button of the site does. */
export const setTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);

/** The same in the light and in the dark theme, in this order. What has no colour is the same in both. */
export async function axeInBoth(page: Page, where = '', part?: string): Promise<void> {
  await setTheme(page, 'light');
  await axe(page, `${where} light`, part);
  await setTheme(page, 'dark');
  await axe(page, `${where} dark`, part, OF_COLOUR);
}
