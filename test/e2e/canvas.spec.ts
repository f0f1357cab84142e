import { expect, type Locator, type Page } from '@playwright/test';
import { station } from './board.ts';
import { test } from './fixtures.ts';

const canvas = (page: Page) => page.locator('.canvas');
const live = (page: Page) => page.locator('.canvas[data-live]');
const grip = (page: Page, name: string, side: 'in' | 'out') =>
  page.locator(`[data-id="acme/${name}"] .grip[data-side="${side}"]`);

/** The places of all boxes, on the page. */
const placesOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.canvas [data-station]')]
      .map((box) => {
        const { x, y } = box.getBoundingClientRect();
        return `${Math.round(x)} ${Math.round(y)}`;
      })
      .join(),
  );

/**
 * The canvas as soon as React Flow has taken it over, which the first thing that a person does asks for, and the boxes
 * stand where the worker has arranged them: nobody hits a box that moves.
 */
async function wake(page: Page): Promise<void> {
  await expect(page.locator('.canvas')).toBeVisible();
  await page.mouse.move(8, 8);
  await page.mouse.move(12, 8);
  await expect(live(page)).toBeVisible();
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  // Its thread has one task at a time: what it was asked before this is answered.
  for (const worker of page.workers()) await worker.evaluate(() => 0);
  let before = '';
  await expect(async () => {
    const last = before;
    before = await placesOf(page);
    expect(before).toBe(last);
  }).toPass({ intervals: [250] });
}

interface Spot {
  x: number;
  y: number;
}
async function middle(what: Locator): Promise<Spot> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

test('the canvas is painted and takes keys without React Flow, which takes it over as it stands', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await expect(station(page, 'network')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(live(page)).toHaveCount(0);

  await station(page, 'network').focus();
  await expect(live(page)).toBeVisible();
  await expect(station(page, 'network')).toBeFocused();
  await page.keyboard.press('End');
  await expect(station(page, 'app')).toBeFocused();

  // Zoom by key, by button and by wheel; what has the focus is brought back into view by keys.
  const scale = async () => {
    const style = await page.locator('.react-flow__viewport').getAttribute('style');
    return Number(/scale\(([\d.]+)\)/.exec(style ?? '')?.[1]);
  };
  const fitted = await scale();
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  await expect.poll(scale).toBeGreaterThan(fitted * 1.5);
  await page.keyboard.press('Home');
  const at = await middle(station(page, 'network'));
  const frame = await canvas(page).boundingBox();
  expect(at.x).toBeGreaterThan(frame?.x ?? Number.NaN);
  await page.keyboard.press('0');
  await expect.poll(scale).toBeCloseTo(fitted, 3);
  const centre = await middle(canvas(page));
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.wheel(0, -240);
  await expect.poll(scale).toBeGreaterThan(fitted);
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await expect.poll(scale).toBeCloseTo(fitted, 3);
});

test('a box goes where it is dragged, in one step of undo, and stays there after a reload', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await wake(page);
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await expect(undo).toBeDisabled();
  const box = page.locator('[data-id="acme/platform"]');
  const placed = async () => /translate\(([^)]+)\)/.exec((await box.getAttribute('style')) ?? '')?.[1];
  const before = await placed();
  const from = await middle(box);
  await drag(page, from, { x: from.x + 40, y: from.y + 60 });
  await expect.poll(placed).not.toBe(before);
  const after = await placed();
  await undo.click();
  await expect.poll(placed).toBe(before);
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect.poll(placed).toBe(after);
  await page.reload();
  await wake(page);
  await expect.poll(placed).toBe(after);

  // Dragging the board moves the view and no box.
  const frame = await canvas(page).boundingBox();
  if (frame === null) throw new Error('no canvas');
  const corner = { x: frame.x + frame.width - 12, y: frame.y + 12 };
  const seen = await middle(box);
  await drag(page, corner, { x: corner.x - 60, y: corner.y + 40 });
  await expect.poll(async () => Math.round((await middle(box)).x)).toBe(Math.round(seen.x - 60));
  expect(await placed()).toBe(after);
});

/** The link of the board and its history: two boards with the same link have the same actions. */
async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#s=/);
  const value = await link.inputValue();
  await page.keyboard.press('Escape');
  return value;
}

test('AC 13: a trigger is drawn by dragging, by two clicks and by two taps, from either end, as one action', async ({
  browser,
}) => {
  type Way = (page: Page) => Promise<void>;
  const press =
    (hand: 'click' | 'tap', first: 'in' | 'out'): Way =>
    async (page) => {
      const [from, to] = first === 'out' ? ['network', 'app'] : ['app', 'network'];
      await grip(page, from, first)[hand]();
      await expect(grip(page, from, first)).toHaveClass(/clickconnecting/);
      await grip(page, to, first === 'out' ? 'in' : 'out')[hand]();
    };
  const ways: Record<string, { touch?: true; way: Way }> = {
    'grip to grip': {
      way: async (page) =>
        drag(page, await middle(grip(page, 'network', 'out')), await middle(grip(page, 'app', 'in'))),
    },
    'grip to box': {
      way: async (page) =>
        drag(page, await middle(grip(page, 'network', 'out')), await middle(station(page, 'app'))),
    },
    'from its end': {
      way: async (page) =>
        drag(page, await middle(grip(page, 'app', 'in')), await middle(station(page, 'network'))),
    },
    'two clicks': { way: press('click', 'out') },
    'two clicks from its end': { way: press('click', 'in') },
    'a click and the box': {
      way: async (page) => {
        await grip(page, 'network', 'out').click();
        await station(page, 'app').click();
      },
    },
    'two taps': { touch: true, way: press('tap', 'out') },
  };
  const links = new Map<string, string>();
  for (const [name, { touch, way }] of Object.entries(ways)) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      hasTouch: touch ?? false,
    });
    await page.goto('sandbox/');
    await wake(page);
    await way(page);
    await expect(station(page, 'app'), name).toHaveAccessibleName(/triggered by network/);
    links.set(name, await linkOf(page));
    await page.close();
  }
  expect(new Set(links.values()).size, JSON.stringify([...links])).toBe(1);
});

test('a trigger that is begun can be left by Escape, by a click beside it, and on its own box', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await wake(page);
  const begun = page.locator('.clickconnecting');
  const out = grip(page, 'network', 'out');
  await out.click();
  await expect(begun).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(begun).toHaveCount(0);
  await out.click();
  const frame = await canvas(page).boundingBox();
  await page.mouse.click((frame?.x ?? 0) + 12, (frame?.y ?? 0) + 12);
  await expect(begun).toHaveCount(0);
  await out.click();
  await station(page, 'network').click();
  await expect(begun).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('a board of 200 workspaces is a picture from afar, and has its boxes near by and for every key', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  const workspaces = Array.from({ length: 200 }, (_, i) => ({ name: `w${i}` }));
  const run_triggers = workspaces.slice(10).map(({ name }, i) => ({ sourceable: `w${i}`, workspace: name }));
  await page.getByRole('button', { name: 'Open files' }).click();
  await page.getByLabel('Open files').setInputFiles({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({ version: 1, organizations: [{ name: 'acme' }], workspaces, run_triggers }),
    ),
  });
  const open = page.getByRole('dialog').getByRole('button', { name: /^Open/ });
  if (await open.isVisible()) await open.click();
  await expect(page.locator('[data-station]')).toHaveCount(200);
  await wake(page);
  await expect(page.locator('.react-flow__node')).toHaveCount(200);
  await expect(page.locator('.canvas[data-painted]')).toBeVisible();
  await expect(page.locator('.station-head')).toHaveCount(0);
  const inked = () =>
    page
      .locator('canvas.picture')
      .first()
      .evaluate((sheet: HTMLCanvasElement) => {
        const { data } = sheet.getContext('2d')?.getImageData(0, 0, sheet.width, sheet.height) ?? {
          data: [],
        };
        return data.some((value) => value !== 0);
      });
  expect(await inked()).toBe(true);

  await page.locator('[data-station="acme/w0"]').focus();
  // Zooming by keys keeps what has the focus in view.
  for (let i = 0; i < 14; i++) await page.keyboard.press('+');
  await expect(page.locator('[data-station="acme/w0"] .station-head')).toBeVisible();
  await expect(page.locator('canvas.picture').first()).toBeHidden();
  await page.keyboard.press('ArrowRight');
  const next = page.locator('[data-station="acme/w10"]');
  await expect(next).toBeFocused();
  await expect(next.locator('.station-head')).toBeInViewport();
  expect(await page.locator('.station-head').count()).toBeLessThan(150);

  // A box of a large board is moved in front of its picture, which goes when the box is let go.
  const box = page.locator('[data-id="acme/w10"]');
  const before = await box.getAttribute('style');
  const from = await middle(box);
  await drag(page, from, { x: from.x + 30, y: from.y + 30 });
  await expect(page.locator('.canvas[data-carrying]')).toHaveCount(0);
  await expect(canvas(page).locator('canvas.picture').first()).toBeHidden();
  await expect.poll(() => box.getAttribute('style')).not.toBe(before);
});
