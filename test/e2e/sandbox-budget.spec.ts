import { expect, test } from '@playwright/test';
import { gzipSync } from 'node:zlib';

/** Kilobytes of JavaScript, packed with gzip, until the board stands. Workers are not counted: they start beside it. */
const BUDGET = 180;
const DEVICES = [
  { device: 'desktop', width: 1280, height: 800 },
  { device: 'phone', width: 360, height: 740 },
] as const;

for (const { device, width, height } of DEVICES)
  test(`what the sandbox loads before anything is done stays within its budget, ${device}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const scripts: { name: string; body: Promise<Buffer> }[] = [];
    const others: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.push({ name: pathname, body: response.body() });
      if (pathname.endsWith('.wasm')) others.push(pathname);
    });
    await page.goto('sandbox/');
    await expect(
      page.getByRole('region', { name: 'Board' }).getByRole('button', { name: /^network/ }),
    ).toBeVisible();
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(
      scripts.map(async ({ name, body }) => ({ name, size: gzipSync(await body).length / 1024 })),
    );
    const own = sizes.filter(({ name }) => !/worker/i.test(name));
    const total = own.reduce((sum, { size }) => sum + size, 0);
    test.info().annotations.push({ type: 'gzip', description: `${total.toFixed(1)} KB` });
    const list = own.map(({ name, size }) => `${size.toFixed(1)} ${name}`).join('\n');
    expect(total, list).toBeLessThan(BUDGET);
    expect(others).toEqual([]);
    expect(sizes.filter(({ name }) => /hcl|yaml|text\.|Dialog|picture/i.test(name))).toEqual([]);
  });
