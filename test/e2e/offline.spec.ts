import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the offline copy is complete and serves this page. */
async function kept(page: import('@playwright/test').Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
  });
}

test('after the first visit every part opens without a network', async ({ page, context }) => {
  await page.goto('.');
  await kept(page);
  await context.setOffline(true);
  for (const [path, heading] of [
    ['lessons/run-triggers/', 'What a run trigger is'],
    ['rules/rt-07/', 'Admin on the downstream'],
    ['practice/', 'Practice'],
    ['sandbox/', 'Sandbox'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading }).first()).toBeVisible();
  }
  await page.goto('lessons/run-triggers/');
  const figure = page.locator('.figure').first();
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: 'To the end' }).click();
  await expect(figure.getByText(/At the end, after/)).toBeVisible();
});

test('a page that is not there says so offline too', async ({ page, context }) => {
  await page.goto('.');
  await kept(page);
  await context.setOffline(true);
  await page.goto('no/such/page/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
