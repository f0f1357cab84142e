import { expect, type Page } from '@playwright/test';
import { axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { answerByKeyboard, atQuestion, tabTo } from './quizJourney.ts';

const TYPES = ['single', 'multi', 'pick', 'truefalse', 'table', 'order', 'match', 'fill', 'number', 'build'];

/** Opens a session of practice with these items, as one that a killed tab has left behind. */
async function leave(
  page: Page,
  wanted: { types?: string[]; ids?: string[] },
  feedback = 'now',
): Promise<void> {
  await page.goto('practice/');
  await page.evaluate(
    async ({ types, ids, feedback: when }) => {
      const catalogue = await (await fetch('bank/catalogue.json')).json();
      const rows = catalogue.items.filter((row: { generated: boolean }) => !row.generated);
      const chosen = ids
        ? ids.map((id) => rows.find((row: { id: string }) => row.id === id))
        : (types ?? []).map((type) => rows.find((row: { type: string }) => row.type === type));
      const steps = chosen.map((row) => ({
        id: row.id,
        family: row.family,
        seed: null,
        topic: row.topic,
        objective: row.objective,
        card: `${row.family}/${row.rules[0]}`,
      }));
      const data = {
        mode: 'practice',
        feedback: when,
        certainty: true,
        seed: 3,
        contentVersion: 'e2e',
        steps,
        at: 0,
        doneAt: null,
      };
      const session = { id: 'e2e', kind: 'practice', version: 1, revision: 0, updatedAt: 1, data };
      localStorage.setItem('runchain.journal.dead', JSON.stringify({ entries: [], sessions: [session] }));
    },
    { ...wanted, feedback },
  );
  await page.goto('practice/?resumed#session=e2e');
  await atQuestion(page);
}

test('user can answer every type by keyboard, and axe finds nothing in both themes', async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await leave(page, { types: TYPES });
  const kinds = new Set<string>();
  for (let i = 0; i < TYPES.length; i++) {
    await atQuestion(page);
    kinds.add(await answerByKeyboard(page));
    await tabTo(page, '.quiz-actions .primary');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^No idea/ })).toBeFocused();
    await page.keyboard.press(String(1 + (i % 3)));
    const verdict = page.locator('.quiz-verdict[data-right]');
    await expect(verdict).toBeFocused();
    await expect(verdict).toContainText(/[✓✗]/);
    await expect(page.locator('.quiz-reasons li').first()).toBeVisible();
    await axeInBoth(page, `${TYPES[i]}, after`);
    await page.keyboard.press('Enter');
    if (i < TYPES.length - 1)
      await expect(page.locator('.quiz-item').first()).toHaveAttribute(
        'aria-label',
        new RegExp(`^Question ${i + 2} of`),
      );
  }
  expect(kinds.size).toBe(TYPES.length);
  const heading = page.getByRole('heading', { name: /of 10 right/ });
  await expect(heading).toBeFocused();
  await axeInBoth(page, 'the summary');
});

test('filters count what is then served, and the session mixes topics', async ({ page }) => {
  await page.goto('practice/');
  const locks = page.getByRole('checkbox', { name: /^6c Provider credentials/ });
  await locks.check();
  await page.getByLabel('From').selectOption('bank');
  await page.getByLabel('How many').selectOption('all');
  const label = page.getByText(/^6c Provider credentials/);
  const count = Number(/(\d+)$/.exec((await label.textContent()) ?? '')?.[1]);
  expect(count).toBeGreaterThan(10);
  await page.getByRole('button', { name: `Start with ${count} questions` }).click();
  await expect(page.locator('.quiz-item').first()).toHaveAttribute('aria-label', `Question 1 of ${count}`);
});

test('certainty cannot be changed after the reveal; the sum, the key and the rest are there', async ({
  page,
}) => {
  await leave(page, { types: ['multi'] });
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await expect(page.locator('.quiz-verdict[data-right]')).toBeFocused();
  await expect(page.getByRole('button', { name: /^No idea/ })).toHaveCount(0);
  // Options stay in reach of the keyboard and no longer change.
  const box = page.locator('.quiz-option input').first();
  await box.focus();
  await expect(box).toBeFocused();
  const before = await box.isChecked();
  await page.keyboard.press('Space');
  expect(await box.isChecked()).toBe(before);
  await expect(page.locator('[data-part="given"]')).toContainText(/^Your answer.*(✓ right|✗ wrong)/);
  const sum = page.locator('.quiz-sum');
  if ((await sum.count()) > 0) {
    await sum.locator('summary').click();
    await expect(sum.getByRole('row', { name: /^Together/ })).toBeVisible();
  }
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Doubt this question/ }).click();
  const file = await saved;
  const text = (await (await file.createReadStream()).toArray()).join('');
  expect(JSON.parse(text)).toMatchObject({
    seed: null,
    contentVersion: 'e2e',
    answer: { kind: 'options' },
    certainty: 'high',
  });
});

test('one key opens the board in the sandbox, and Back returns to the same answer', async ({ page }) => {
  await leave(page, { types: ['build'] });
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await expect(page.locator('.quiz-verdict[data-right]')).toBeFocused();
  const verdict = await page.locator('.quiz-verdict[data-right]').textContent();
  await expect(page.getByRole('link', { name: 'Open this board in the sandbox' })).toBeVisible();
  // The sandbox takes the board out of its address as soon as it has it.
  const opened = page.waitForEvent('framenavigated', (frame) => /sandbox\/#s=/.test(frame.url()));
  await page.keyboard.press('o');
  await opened;
  await expect(page).toHaveURL(/\/sandbox\/$/);
  await page.goBack();
  await expect(page.locator('.quiz-verdict[data-right]')).toHaveText(verdict ?? '');
  await expect(page.locator('.quiz-item').first()).toHaveAttribute('aria-label', 'Question 1 of 1');
});

test('feedback at the end shows nothing before it', async ({ page }) => {
  await leave(page, { types: ['single', 'truefalse'] }, 'end');
  for (let i = 0; i < 2; i++) {
    await atQuestion(page);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    if (i === 0) expect(await page.locator('.quiz-verdict').count()).toBe(0);
  }
  await expect(page.getByRole('heading', { name: /of 2 right/ })).toBeFocused();
  for (const folded of await page.locator('.quiz-folded').all()) {
    if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click();
    await expect(folded.locator('.quiz-reasons').first()).toBeVisible();
  }
});

test('a miss can be repeated until it is right', async ({ page }) => {
  await leave(page, { types: ['truefalse'] });
  const stem = await page.locator('.quiz-stem').textContent();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  let wrong = (await page.locator('.quiz-verdict[data-right]').getAttribute('data-right')) === 'false';
  if (!wrong) {
    await leave(page, { types: ['fill'] });
    await page.getByLabel('Your answer').fill('nonsense');
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await expect(page.locator('.quiz-verdict[data-right]')).toBeFocused();
    wrong = true;
  }
  expect(stem).not.toBe('');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Retry your mistake' }).click();
  await atQuestion(page);
  await expect(page.locator('.quiz-item').first()).toHaveAttribute('aria-label', 'Question 1 of 1');
});
