import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ContextSpec, RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';

const require = createRequire(import.meta.url);
const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type Axe = { run: (context: ContextSpec | Document, options: RunOptions) => Promise<AxeResults> };

/** Of what axe looks at, what colours decide, and what sizes do. The rest asks what is there, and in which words. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const OF_SIZE = ['target-size', 'scrollable-region-focusable'];

/** Ends every transition: a colour on its way from one theme to the other has no contrast of its own. */
const still = (page: Page): Promise<{ atTop: boolean; forced: boolean; hasAxe: boolean }> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    return {
      atTop: scrollY === 0,
      forced: matchMedia('(forced-colors: active)').matches,
      hasAxe: Reflect.has(window, 'axe'),
    };
  });

interface Look {
  /** The rules to ask, where not all. */
  only?: string[];
  /** One text of each look in place of all: the same colours, sizes and weights on the same grounds. */
  oneOfEach?: boolean;
}

async function look(page: Page, where: string, part: string | undefined, how: Look): Promise<void> {
  const { atTop, forced, hasAxe } = await still(page);
  // Once a page: axe that has run before is compiled, and takes half as long.
  if (!hasAxe) await page.evaluate(SOURCE);
  const options: RunOptions = {
    // What passes is not described: axe spends more on words about it than on looking.
    resultTypes: ['violations'],
    elementRef: false,
    // It would fetch each style sheet again, for a rule that is off.
    preload: { assets: ['media'] },
    ...(how.only && { runOnly: { type: 'rule', values: how.only } }),
    rules: {
      // Not on by itself, and Lighthouse looks at it. Of a scrolled page some part is always half under the header.
      ...((how.only === undefined || how.only === OF_SIZE) && { 'target-size': { enabled: atTop } }),
      // Forced colours are the system's own; axe compares those of the style sheet, which are not seen.
      ...(forced && { 'color-contrast': { enabled: false } }),
    },
  };
  const found = await page.evaluate(
    async ([options, part, oneOfEach]) => {
      const { run } = Reflect.get(window, 'axe') as Axe;
      const whole = part === undefined ? document.documentElement : document.querySelector(part);
      if (whole === null) throw new Error(`no ${part}`);
      const looks = new Map<string, number>();
      const known = new Map<Element, number>();
      /** What decides how a text is seen, of an element and of all that it is in, as a number. */
      const lookOf = (at: Element | null): number => {
        if (at === null) return 0;
        const before = known.get(at);
        if (before !== undefined) return before;
        const s = getComputedStyle(at);
        const own = [
          at.tagName,
          at.className,
          s.color,
          s.backgroundColor,
          s.backgroundImage,
          s.opacity,
        ].join();
        const more = [s.fontSize, s.fontWeight, s.textShadow, s.filter, s.position, s.display].join();
        const key = `${lookOf(at.parentElement)} ${own} ${more}`;
        const number = looks.get(key) ?? looks.size + 1;
        looks.set(key, number);
        known.set(at, number);
        return number;
      };
      const texts = new Map<number, Element>();
      if (oneOfEach)
        for (const at of whole.querySelectorAll('*')) {
          const written = [...at.childNodes].some(
            ({ nodeType, data }: Node & { data?: string }) =>
              nodeType === Node.TEXT_NODE && data?.trim() !== '',
          );
          const shown = () => at.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          if ((written || at.matches('input, select, textarea')) && !texts.has(lookOf(at)) && shown())
            texts.set(lookOf(at), at);
        }
      const { violations } = await run({ include: oneOfEach ? [...texts.values()] : [whole] }, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    [options, part, how.oneOfEach ?? false] as const,
  );
  expect.soft(found, where).toEqual([]);
}

/**
 * Expects that axe finds nothing on a page as it stands.
 * @param where what to call the state of the page in the message
 * @param part a selector of what alone is looked at
 */
export const axe = (page: Page, where = '', part?: string): Promise<void> => look(page, where, part, {});

/** The same again in other colours, of a page in which all else was looked at. */
export const axeColours = (page: Page, where: string, part?: string): Promise<void> =>
  look(page, where, part, { only: OF_COLOUR, oneOfEach: true });

/** The same again in other sizes. */
export const axeSizes = (page: Page, where: string, part?: string): Promise<void> =>
  look(page, where, part, { only: OF_SIZE });

/** Puts a page into a theme, as the button of the site does. */
export const setTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);

/** The same in the light and in the dark theme, in this order. What has no colour is the same in both. */
export async function axeInBoth(page: Page, where = '', part?: string): Promise<void> {
  await setTheme(page, 'light');
  await axe(page, `${where} light`, part);
  await setTheme(page, 'dark');
  await axeColours(page, `${where} dark`, part);
}
