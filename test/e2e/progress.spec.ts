import { describeDue } from '#quiz/review/describeDue.ts';
import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { atQuestion } from './quizJourney.ts';

/** Everything is there: the charts come after readiness, and the words of the rules after them. */
async function loaded(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your data' })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** Both themes on a phone and a desktop, on the page as it stands. */
async function looksRight(page: Page, where: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await axeInBoth(page, `${where}, ${width} px`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${where}, ${width} px: nothing sticks out`).toBeLessThanOrEqual(width);
  }
}

const DAY = 86_400_000;
const at = Date.UTC(2026, 10, 20, 12);
/** Twelve answers at each level of certainty, half of them right. */
const answers = ['low', 'middle', 'high'].flatMap((certainty, level) =>
  Array.from({ length: 12 }, (_, i) => ({
    kind: 'answer',
    id: `${certainty}-${i}`,
    at: at + level * DAY + i,
    day: Math.floor(at / DAY) + level,
    card: `f/RT-${String(i).padStart(2, '0')}`,
    rating: 'good',
    strict: i % 2 === 0,
    partial: [i % 2 === 0 ? 1 : 0, 1],
    certainty,
    ms: 60_000,
    mode: 'practice',
    item: `item-${i}`,
    seed: null,
    contentVersion: '',
    scoring: 1,
    objective: ['6a', '6b', '3d'][i % 3],
    topic: ['firing', 'locks'][i % 2],
    rules: ['RT-07'],
    beliefs: i % 2 === 1 ? ['plan-only-fires'] : [],
    session: 's',
  })),
);
const examDay = {
  kind: 'setting',
  id: 'exam',
  at,
  key: 'review.examDay',
  value: Math.floor(Date.UTC(2026, 11, 4) / DAY),
};

/** As a tab that was killed leaves it: the next page takes it into the log. */
const leave = (page: Page, entries: readonly object[]) =>
  page.evaluate(
    (left) => localStorage.setItem('runchain.journal.dead', JSON.stringify({ entries: left, sessions: [] })),
    entries,
  );

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.clock.install({ time: new Date('2026-11-24T10:00:00') });
});

test('user can see how ready they are, what that rests on and what to do next', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('progress/');
  await loaded(page);
  await expect(page.getByText('Not enough answers yet', { exact: true })).toBeVisible();
  const next = page.getByRole('region', { name: 'What to do next' });
  await expect(next.getByRole('link').first()).toHaveAttribute('href', /\/lessons\/./);
  await looksRight(page, 'empty');

  await leave(page, [...answers, examDay]);
  await page.reload();
  await loaded(page);
  await expect(page.getByRole('region', { name: 'Readiness' }).getByText(/3b needs 8 more/)).toBeVisible();
  // The words of the weakest rule come last.
  await expect(page.getByRole('region', { name: 'Weakest rules' }).locator('.dash-claim')).toBeVisible();
  for (const summary of await page.getByText('As a table', { exact: true }).all()) await summary.click();
  await page.getByText('What it counts').click();
  await expect(page.getByText(/It says nothing about the labs/)).toBeVisible();
  const row = (table: string, name: string) =>
    page.getByRole('table', { name: table, exact: true }).getByRole('row', { name: new RegExp(`^${name}`) });
  // Six of twelve right, 80 % interval 0.33 to 0.67: under the band of middle and high, within that of low.
  const certainty = 'Share right at each level of certainty';
  await expect(row(certainty, 'High')).toContainText('6 of 12');
  await expect(row(certainty, 'High')).toContainText('Too sure');
  await expect(row(certainty, 'Low')).toContainText('Fits what you said.');
  await expect(page.getByText('Certainty: −0.3 of 3 points on average.')).toBeVisible();
  const assumed = 'You may have assumed that a plan-only run fires the run triggers too.';
  await expect(row('What you may have assumed', assumed)).toContainText('18');
  // Readiness wants eight for each objective; the three days of practice gave twelve to each of three.
  await expect(row('By objective', '6a')).toContainText('yes');
  await expect(row('By objective', '6c')).toContainText('needs 8 more');
  await expect(row('By rule', 'RT-07')).toContainText('18 of 36');
  await expect(row('Answers a day', 'Fri, 20 Nov|Fri 20 Nov')).toContainText('12');
  // Ten days to the exam: one row a day, the last seven of them the final pass.
  const forecast = page.getByRole('table', { name: /^Questions a day until the exam/ });
  await expect(forecast.locator('tbody tr')).toHaveCount(10);
  await expect(forecast.locator('tbody tr').filter({ hasText: 'final pass' })).toHaveCount(7);
  await looksRight(page, 'with answers, tables open');

  // What the forecast says of today is what the review asks today.
  const today = await forecast.locator('tbody tr').first().locator('td').allTextContents();
  await page.goto('review/');
  await expect(page.getByRole('heading', { name: `${today[2]} questions today` })).toBeVisible();
  const words = describeDue({ due: Number(today[0]), fresh: Number(today[1]) });
  await expect(page.getByText(`${words}.`)).toBeVisible();
});

test('user can practise just the weakest rule', async ({ page }) => {
  await page.goto('about/');
  await leave(page, answers);
  await page.goto('progress/');
  await loaded(page);
  const weakest = page.getByRole('region', { name: 'Weakest rules' });
  await expect(weakest.getByRole('link', { name: 'RT-07', exact: true })).toHaveAttribute(
    'href',
    /\/rules\/rt-07\/$/,
  );
  await weakest.getByRole('link', { name: /^Practise RT-07/ }).click();
  await expect(page.getByText('Only questions about RT-07')).toBeVisible();
  const fits = ((await page.getByText(/questions? fits? your choice/).textContent()) ?? '').replace(
    'Only ',
    '',
  );
  await page.getByRole('button', { name: /^Start with/ }).click();
  await atQuestion(page);
  expect(Number.parseInt(fits, 10)).toBeGreaterThan(0);
  expect(Number.parseInt(fits, 10)).toBeLessThan(60);
});

test('user can take the log out to a file, delete it and bring it back', async ({ page }) => {
  await page.goto('about/');
  await leave(page, answers);
  await page.goto('progress/');
  await expect(page.getByText('36 entries in the log.')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Export, then delete' }).click();
  const file = await (await saved).path();
  await expect(page.getByText('0 entries in the log.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('0 entries in the log.')).toBeVisible();
  await page.getByLabel(/^Import a file/).setInputFiles(file);
  await expect(page.getByText('36 answers will be added.')).toBeVisible();
  await page.getByRole('button', { name: 'Import this' }).click();
  await expect(page.getByText('36 entries in the log.')).toBeVisible();
  await page.getByLabel(/^Import a file/).setInputFiles(file);
  await expect(page.getByText('36 entries are here already and stay as they are.')).toBeVisible();
});

test('with all storage blocked progress says so, and still shows the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('progress/');
  await loaded(page);
  await expect(page.getByRole('alert')).toContainText('Your browser keeps nothing here');
  await expect(page.getByText('It is kept nowhere')).toBeVisible();
});
