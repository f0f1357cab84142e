import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { settle } from './pages.ts';

/** Lessons with a question about sets, and one about custom permissions, and words that only its board has. */
const BOARDS = [
  ['variable-precedence', 'Which value does a run of app', ['prioritized', 'owned by project shop']],
  [
    'workspace-roles',
    'Which of the triggers can a member of ops create',
    ['state versions read', 'lock and unlock no'],
  ],
] as const;

const question = (page: Page, stem: string) => page.locator('.quiz-item', { hasText: stem });

for (const [lesson, stem, words] of BOARDS)
  for (const width of [390, 320])
    test(`the board of a question in ${lesson} is read in full at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(`lessons/${lesson}/`);
      await settle(page);
      const board = question(page, stem).getByRole('group', { name: 'The board' });
      await board.scrollIntoViewIfNeeded();
      for (const said of words) await expect(board).toContainText(said);
      // Nothing is cut, and nothing has to be scrolled sideways.
      const cut = await board.evaluate(
        (node) =>
          [node, ...node.querySelectorAll('*')].filter(
            (part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline',
          ).length,
      );
      expect(cut).toBe(0);
      const box = await board.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? width) <= width).toBe(true);
    });

test('the board is in the page itself, for paper and without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  for (const [lesson, stem, words] of BOARDS) {
    await page.goto(`lessons/${lesson}/`);
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const board = question(page, stem).getByRole('group', { name: 'The board' });
      for (const said of words) await expect(board.getByText(said).first()).toBeVisible();
    }
  }
  await context.close();
});

test('after checking a table, each row has its own answer and the right one', async ({ page }) => {
  await page.goto('lessons/variable-precedence/');
  await settle(page);
  const item = question(page, BOARDS[0][1]);
  await item.scrollIntoViewIfNeeded();
  for (const list of await item.getByRole('combobox').all()) await list.selectOption('one');
  await item.getByRole('button', { name: 'Check answer' }).click();
  await expect(item.locator('[data-part="given"]')).toHaveText(
    /^Your answer0 of 3 right\.(\w+: one ✗ wrong){3}$/,
  );
  await expect(item.locator('[data-part="key"]')).toHaveText(
    'Right answerregion: foursize: threeowner: five',
  );
  for (const reason of await item.locator('.quiz-reasons > li').all())
    await expect(reason).not.toContainText('✗');
});
