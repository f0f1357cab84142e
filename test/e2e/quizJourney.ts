import { expect, type Page } from '@playwright/test';

/** Presses Tab until the focus is on an element that a selector finds. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reaches ${selector}`);
}

/** Until the question is there and has the focus. */
export async function atQuestion(page: Page): Promise<void> {
  await expect(page.locator('.quiz-stem').first()).toBeFocused();
}

/** Answers the item that is shown, whatever its type, by keyboard alone. Right or wrong does not matter. */
export async function answerByKeyboard(page: Page): Promise<string> {
  const kind =
    ((await page.locator('.quiz-item .eyebrow').first().textContent()) ?? '').split('·').at(-1)?.trim() ?? '';
  const stem = (await page.locator('.quiz-stem').first().textContent()) ?? '';
  if (kind === 'choose the number asked for') {
    const n = /three/i.test(stem) ? 3 : 2;
    for (let i = 1; i <= n; i++) await page.keyboard.press(String(i));
  } else if (kind === 'answer each row' || kind === 'find the partners') {
    const rows = await page.locator('.quiz-row select').count();
    for (let i = 0; i < rows; i++) {
      await tabTo(page, 'select');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
    }
  } else if (kind === 'put in order') {
    await tabTo(page, '[data-by="down"]');
    await page.keyboard.press('Enter');
  } else if (kind === 'fill in' || kind === 'give a number') {
    await tabTo(page, '.quiz-text input');
    await page.keyboard.type('2');
  } else {
    await page.keyboard.press('1');
  }
  return kind;
}

/** What an exam shows of its state. */
export const examState = (page: Page) =>
  page.evaluate(() => {
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        '.quiz-item input, .quiz-item select',
      ),
    ];
    return {
      place: document.querySelector('.quiz-item')?.getAttribute('aria-label'),
      stem: document.querySelector('.quiz-stem')?.textContent,
      order: [...document.querySelectorAll('.quiz-option, .quiz-order li')].map((node) => node.textContent),
      fields: fields.map((f) => (f instanceof HTMLInputElement && f.type !== 'text' ? f.checked : f.value)),
      flagged: document.querySelector('[aria-pressed]')?.getAttribute('aria-pressed'),
      answered: document.querySelector('.quiz-clock')?.textContent?.replace(/answered.*/, ''),
    };
  });

/** The numbers of a seed: which steps are interrupted does not depend on the day. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}
