import { expect, type Page } from '@playwright/test';
import { station } from './board.ts';
import { test } from './fixtures.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const PAGES = [
  'sandbox/',
  'sandbox/levels/01-first-spark/',
  'sandbox/levels/41-moving-the-arrow/',
  'sandbox/builder/',
  'sandbox/practice/?seed=3',
] as const;

interface Seen {
  shift: number;
  moves: string[];
}
declare global {
  interface Window {
    seen: Seen;
  }
}

/** Follows, frame by frame, what moves that is seen already: as the browser counts it, and where each part is drawn. */
const watch = () => {
  const seen: Seen = { shift: 0, moves: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const before = new Map<string, string>();
  const frame = () => {
    const parts = document.querySelectorAll<HTMLElement>(
      '.toolbar, .checklist, .sandbox :is(.bar, .acting, .panel, .bottom-tabs, [data-station])',
    );
    for (const part of parts) {
      if (part.closest('[data-arranging="true"]') !== null) continue;
      const { x, y, width, height } = part.getBoundingClientRect();
      const at = [x, y, width, height].map(Math.round).join(' ');
      const name = part.dataset['station'] ?? `${part.dataset['panel'] ?? ''} ${part.className}`;
      const last = before.get(name);
      if (last !== undefined && last !== at) seen.moves.push(`${name}: ${last}, then ${at}`);
      before.set(name, at);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
};

async function holdsStill(page: Page): Promise<void> {
  await expect(page.locator('.toolbar').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  const { shift, moves } = await page.evaluate(() => window.seen);
  expect(moves).toEqual([]);
  expect(shift).toBeLessThan(0.02);
}

for (const path of PAGES)
  test(`what is painted first stays where it is: ${path}`, async ({ browser }) => {
    for (const viewport of SIZES) {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
      await page.addInitScript(watch);
      await page.goto(path);
      await holdsStill(page);
      if (viewport.width > 719 && !path.includes('builder')) {
        // The live canvas takes over from the still one.
        await page.mouse.move(700, 500);
        await page.mouse.move(710, 500);
        await expect(page.locator('.canvas[data-live]')).toBeVisible();
        await holdsStill(page);
      }
      await page.reload();
      await holdsStill(page);
      await page.close();
    }
  });

test('a board that is kept is painted where it was', async ({ page }) => {
  await page.setViewportSize(SIZES[0]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(watch);
  await page.goto('sandbox/');
  await page.getByRole('button', { name: 'Add workspace' }).click();
  await station(page, 'network').focus();
  await page.keyboard.press('r');
  await page.reload();
  await holdsStill(page);
});

/** How many boxes are seen in the frame of the canvas, by at least a few pixels. */
const inSight = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.canvas')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll('.canvas [data-station]')].filter((box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const wide = Math.min(right, frame.right, innerWidth) - Math.max(left, frame.left, 0);
      const high = Math.min(bottom, frame.bottom, innerHeight) - Math.max(top, frame.top, 0);
      return wide > 8 && high > 8;
    }).length;
  });

test.describe('no gesture loses the board', () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('sandbox/');
    await expect(station(page, 'network')).toBeVisible();
    await page.mouse.move(700, 500);
    await page.mouse.move(710, 500);
    await expect(page.locator('.canvas[data-live]')).toBeVisible();
  });

  async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 10 });
    // Held at the edge, a selection of text would scroll the page.
    await page.waitForTimeout(500);
    await page.mouse.up();
    await page.waitForTimeout(200);
  }

  test('Shift and a drag selects no text, scrolls nothing and keeps boxes in sight', async ({ page }) => {
    const frame = await page.locator('.canvas').boundingBox();
    if (frame === null) throw new Error('no canvas');
    const at = (x: number, y: number): [number, number] => [
      frame.x + frame.width * x,
      frame.y + frame.height * y,
    ];
    const box = await station(page, 'network').boundingBox();
    if (box === null) throw new Error('no box');
    await page.keyboard.down('Shift');
    await drag(page, [box.x + 60, box.y + 20], [box.x + 500, 799]);
    for (const to of [at(0.5, 1.4), at(1.4, 0.5), at(-0.4, 0.5), at(0.5, -0.4)]) {
      await drag(page, at(0.5, 0.08), to);
      expect(await inSight(page)).toBeGreaterThan(0);
    }
    await page.keyboard.up('Shift');
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('');
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
    await page.locator('.zoom').getByRole('button', { name: 'Fit' }).click();
    expect(await inSight(page)).toBe(3);
  });

  test('Shift and a click still selects a box, and gives it the focus', async ({ page }) => {
    await page.keyboard.down('Shift');
    await station(page, 'platform').click();
    await page.keyboard.up('Shift');
    const platform = page.locator('.canvas [data-station$="/platform"]').first();
    await expect(platform).toBeFocused();
    await expect(platform).toHaveAttribute('data-selected', /.*/);
  });

  test('panning and zooming, by wheel, by drag and by keys, end with a box in sight', async ({ page }) => {
    await page.mouse.move(600, 400);
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 900);
    await expect.poll(() => inSight(page)).toBeGreaterThan(0);
    const [first] = await page.locator('.canvas [data-station]').all();
    // Zoomed out as far as it goes, the board is still as large as a part of its frame.
    expect((await first?.boundingBox())?.width).toBeGreaterThan(60);
    for (let i = 0; i < 20; i++) await page.mouse.wheel(0, -900);
    await expect.poll(() => inSight(page)).toBeGreaterThan(0);
    await page.keyboard.down('Shift');
    for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 2000);
    await page.keyboard.up('Shift');
    await expect.poll(() => inSight(page)).toBeGreaterThan(0);
    await page.locator('.zoom').getByRole('button', { name: 'Fit' }).click();
    await station(page, 'network').focus();
    for (let i = 0; i < 40; i++) await page.keyboard.press('-');
    await expect.poll(() => inSight(page)).toBe(3);
    await page.keyboard.press('0');
    await expect.poll(() => inSight(page)).toBe(3);
  });
});
