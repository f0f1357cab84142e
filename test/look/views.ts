import type { Page } from 'playwright';
import { station } from '../e2e/board.ts';
import { answerByKeyboard, atQuestion } from '../e2e/quizJourney.ts';
import { PAGES } from '../e2e/pages.ts';

/** One picture: a page of the site, and what to do there before it is taken. */
export interface View {
  name: string;
  /** Without a slash at its start. */
  path: string;
  /** A selector of what is there once the page has started. */
  ready: string;
  arrange?: (page: Page) => Promise<void>;
}

async function onBoard(page: Page): Promise<void> {
  const panel = page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Board' });
  if (await panel.isVisible()) await panel.click();
}

async function select(page: Page, name: string): Promise<void> {
  await onBoard(page);
  await station(page, name).focus();
}

async function firstQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start with/ }).click();
  await atQuestion(page);
}

async function checked(page: Page): Promise<void> {
  await firstQuestion(page);
  await answerByKeyboard(page);
  await page.locator('.quiz-actions .primary').click();
  // Where the question also asks how sure the answer is.
  const sure = page.getByRole('button', { name: /^No idea/ });
  const given = page.locator('[data-part="given"]').first();
  await sure.or(given).first().waitFor();
  if (await sure.isVisible()) await sure.click();
  await given.waitFor();
}

/** On a phone a level opens with its brief, and the board is not there yet. */
const WORKBENCH = '.sandbox';

/** What a person meets after the first click, which no address opens. */
const STATES: readonly View[] = [
  { name: 'question', path: 'practice/', ready: 'button:has-text("Start with")', arrange: firstQuestion },
  { name: 'question answered', path: 'practice/', ready: 'button:has-text("Start with")', arrange: checked },
  {
    name: 'sandbox, a workspace selected',
    path: 'sandbox/',
    ready: WORKBENCH,
    arrange: (page) => select(page, 'network'),
  },
  {
    name: 'sandbox, a run applied',
    path: 'sandbox/',
    ready: WORKBENCH,
    async arrange(page) {
      await select(page, 'network');
      await page.keyboard.press('r');
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'sandbox, refused',
    path: 'sandbox/',
    ready: WORKBENCH,
    async arrange(page) {
      await select(page, 'network');
      await page.keyboard.press('a');
      await page.locator('.refused').waitFor();
    },
  },
  {
    name: 'sandbox, tables',
    path: 'sandbox/',
    ready: WORKBENCH,
    async arrange(page) {
      await onBoard(page);
      await page
        .getByRole('group', { name: 'Show board as' })
        .getByRole('button', { name: 'Tables' })
        .click();
      await page.locator('table').first().waitFor();
    },
  },
  {
    name: 'level, refused',
    path: 'sandbox/levels/01-first-spark/',
    ready: WORKBENCH,
    async arrange(page) {
      await select(page, 'network');
      await page.keyboard.press('Delete');
      await page.locator('.refused').waitFor();
    },
  },
];

/** Each kind of page as it opens, then what is met after a click. */
export const VIEWS: readonly View[] = [
  ...PAGES.map(([name, path, ready]) => ({ name, path, ready: ready === '.station' ? WORKBENCH : ready })),
  ...STATES,
];
