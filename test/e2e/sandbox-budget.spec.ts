import { type Browser, expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { gzipSync } from 'node:zlib';

/** Kilobytes of JavaScript, packed with gzip, until the board stands. Workers are not counted: they start beside it. */
const BUDGET = 180;
const DEVICES = [
  { device: 'desktop', width: 1280, height: 800 },
  { device: 'phone', width: 360, height: 740 },
] as const;

const PAGES = [
  { name: 'the sandbox', path: 'sandbox/' },
  { name: 'a level', path: 'sandbox/levels/01-first-spark/' },
  { name: 'a practice board', path: 'sandbox/practice/?seed=7' },
] as const;

for (const { name, path } of PAGES)
  test(`what ${name} loads before anything is done stays within its budget`, async ({ browser }) => {
    for (const device of DEVICES) await measure(browser, path, device);
  });

async function measure(browser: Browser, path: string, { device, width, height }: (typeof DEVICES)[number]) {
  const page = await browser.newPage({ viewport: { width, height } });
  const scripts: { name: string; body: Promise<Buffer> }[] = [];
  const others: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.push({ name: pathname, body: response.body() });
    if (pathname.endsWith('.wasm')) others.push(pathname);
  });
  await page.goto(path);
  await expect(page.locator('[data-station]').first()).toBeAttached();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(
    scripts.map(async ({ name, body }) => ({ name, size: gzipSync(await body).length / 1024 })),
  );
  const own = sizes.filter(({ name }) => !/worker/i.test(name));
  const total = own.reduce((sum, { size }) => sum + size, 0);
  test.info().annotations.push({ type: 'gzip', description: `${path} ${device} ${total.toFixed(1)} KB` });
  const list = own.map(({ name, size }) => `${size.toFixed(1)} ${name}`).join('\n');
  expect(total, list).toBeLessThan(BUDGET);
  expect(others).toEqual([]);
  expect(sizes.filter(({ name }) => /hcl|yaml|text\.|Dialog|picture/i.test(name))).toEqual([]);
  await page.close();
}
