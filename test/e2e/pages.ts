import type { Page } from '@playwright/test';

/** One page of every kind, and the words or the part that say that it stands. */
export const PAGES = [
  ['home', '', 'h1'],
  ['lessons', 'lessons/', 'h1'],
  ['lesson', 'lessons/run-triggers/', '.figure'],
  ['glossary', 'glossary/', 'h1'],
  ['practice', 'practice/', 'button:has-text("Start with")'],
  ['exam', 'exam/', 'button:has-text("Prepare the exam")'],
  ['review', 'review/', 'button:has-text("Start the review")'],
  ['progress', 'progress/', '#your-data'],
  ['sandbox', 'sandbox/', '.station'],
  ['levels', 'sandbox/levels/', 'h1'],
  ['level', 'sandbox/levels/01-first-spark/', '.station'],
  ['practice in the sandbox', 'sandbox/practice/', '.station'],
  ['builder', 'sandbox/builder/', '[aria-label="Parts of the level"]'],
  ['rule book', 'rules/', 'h1'],
  ['rule', 'rules/pol-04/', 'h1'],
  ['coverage', 'rules/coverage/', 'h1'],
  ['search', 'search/?q=override', '[data-search-results] a'],
  ['about', 'about/', 'h1'],
  ['licences', 'about/licences/', 'h1'],
  ['not found', '404.html', 'h1'],
] as const;

/** Islands start when they are seen: brings each into view until none waits. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const end = performance.now() + 40_000;
    for (;;) {
      const waiting = document.querySelector('astro-island[ssr]');
      if (waiting === null) break;
      if (performance.now() > end) throw new Error(`never started: ${waiting.outerHTML.slice(0, 300)}`);
      waiting.firstElementChild?.scrollIntoView();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    scrollTo(0, 0);
  });
}

/** Texts that no scrolling brings into view: they stick out of the page at a side, or their own box hides them. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || parent === null || !parent.checkVisibility({ visibilityProperty: true })) continue;
      // A canvas is panned, and what is there for screen readers alone is meant to be out of sight.
      if (parent.closest('.skip, .canvas, script, style, option') !== null) continue;
      if (getComputedStyle(parent).clipPath !== 'none' || parent.getBoundingClientRect().width <= 1) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter((r) => r.width > 1);
      let { left, right } = { left: 0, right: width };
      let scrolls = false;
      for (let box: Element | null = parent; box !== null && !scrolls; box = box.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(box);
        if (overflowX === 'auto' || overflowX === 'scroll') scrolls = box.scrollWidth > box.clientWidth;
        else if ((overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis') {
          const edge = box.getBoundingClientRect();
          left = Math.max(left, edge.left);
          right = Math.min(right, edge.right);
        }
      }
      if (!scrolls && rects.some((r) => r.left < left - 1.5 || r.right > right + 1.5))
        found.push(`${parent.tagName.toLowerCase()}.${parent.className}: ${text.slice(0, 60)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) {
      const wide = [...document.querySelectorAll('body *')].filter(
        (box) => box.getBoundingClientRect().right > innerWidth + 1,
      );
      found.push(
        `scrolls sideways to ${document.documentElement.scrollWidth} px: ${wide
          .slice(0, 5)
          .map((box) => `${box.tagName.toLowerCase()}.${box.className}`)
          .join(', ')}`,
      );
    }
    return found;
  });

/** What moves though the system asks for rest. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((at) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(at);
      const slow = (durations: string) =>
        durations.split(', ').some((duration) => parseFloat(duration) > 0.011);
      const moves =
        slow(transitionDuration) ||
        (animationName !== 'none' && slow(animationDuration)) ||
        scrollBehavior === 'smooth';
      return moves ? [`${at.tagName.toLowerCase()}.${at.className}`] : [];
    }),
  );

/**
 * What forced colours take away: controls whose focus shows no outline, and pairs of controls of one group of which
 * one is on and looks like the others. Press Tab before: the focus must come from the keyboard to be shown.
 */
export const lostInForcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const nameOf = (at: Element) =>
      `${at.tagName.toLowerCase()}.${at.className} ${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 40)}`;
    const found: string[] = [];
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [contenteditable="true"], [tabindex="0"]',
      ),
    ].filter((at) => at.checkVisibility({ visibilityProperty: true }));
    for (const control of controls) {
      control.focus({ preventScroll: true });
      if (document.activeElement !== control) continue;
      const { outlineStyle, outlineWidth } = getComputedStyle(control);
      const inner = [...control.querySelectorAll('*')].some((part) => {
        const style = getComputedStyle(part);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      });
      if ((outlineStyle === 'none' || parseFloat(outlineWidth) === 0) && !inner)
        found.push(`no focus: ${nameOf(control)}`);
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const signature = (at: Element): string =>
      [null, '::before', '::after']
        .map((part) => {
          const s = getComputedStyle(at, part);
          return [
            s.content,
            s.backgroundColor,
            s.color,
            s.borderTopColor,
            s.borderTopWidth,
            s.borderBottomWidth,
            s.borderBottomColor,
            s.borderTopStyle,
            s.outlineStyle,
            s.textDecorationLine,
            s.fontWeight,
          ].join();
        })
        .join('|');
    for (const state of ['aria-pressed', 'aria-current', 'aria-selected', 'aria-checked']) {
      const off = (at: Element) => [null, 'false'].includes(at.getAttribute(state));
      for (const on of document.querySelectorAll(`[${state}]:not([${state}="false"])`)) {
        const group = on.closest(
          'ul, ol, [role="group"], [role="listbox"], [role="tablist"], nav, tbody, .segmented',
        );
        const other = [...(group?.querySelectorAll(on.tagName) ?? [])].find(
          (at) => at !== on && off(at) && at.className === on.className && !at.matches(':disabled'),
        );
        const words =
          other !== undefined &&
          on.textContent !== other.textContent &&
          state === 'aria-pressed' &&
          group === null;
        if (other !== undefined && !words && signature(on) === signature(other))
          found.push(`${state} looks like the others: ${nameOf(on)}`);
      }
    }
    return found;
  });
