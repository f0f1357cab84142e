import type { CDPSession, Page } from 'playwright';

/** One of the two pages that are compared. */
export interface Side {
  name: string;
  url: string;
  board: string;
  box: string;
  /** What is there once the page takes gestures. */
  live: string;
}

/** Says what is being measured: a run takes minutes. */
export const tell = (what: string) => process.stderr.write(`${what}\n`);

/** Opens a page and waits until it rests. */
export async function open(page: Page, side: Side, count: number): Promise<void> {
  tell(`opening ${side.name} with ${count} workspaces`);
  await page.goto('about:blank');
  await page.goto(side.url);
  await page.waitForFunction(
    ({ box, count }) => document.querySelectorAll(box).length >= count,
    { box: side.box, count },
    { timeout: 120_000 },
  );
  // The sandbox takes gestures from the first thing that a person does.
  await page.mouse.move(5, 5);
  await page.waitForSelector(side.live);
  await page.waitForTimeout(2_500);
}

/** Milliseconds from the start of the navigation to the frame that shows every box. */
export async function painted(page: Page, side: Side, count: number): Promise<number> {
  await page.goto('about:blank');
  // A new window starts pages of the browser's own, which on two cores would be part of what is measured.
  await page.waitForTimeout(2_000);
  await page.addInitScript(
    ({ box, count }) => {
      const look = () => {
        if (document.querySelectorAll(box).length >= count)
          requestAnimationFrame(() =>
            setTimeout(() => Reflect.set(globalThis, 'benchPainted', performance.now())),
          );
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { box: side.box, count },
  );
  await page.goto(side.url);
  const seen = await page.waitForFunction(() => Reflect.get(globalThis, 'benchPainted'), null, {
    timeout: 120_000,
  });
  return Number(await seen.jsonValue());
}

/** Milliseconds from an edit to the frame that shows it: the median of several. */
export async function feedback(page: Page, side: Side, ours: boolean): Promise<number> {
  return page.evaluate(
    async ({ box, ours }) => {
      const target = [...document.querySelectorAll<HTMLElement>(box)].at(40);
      if (target === undefined) throw new Error('no box');
      const times: number[] = [];
      target.focus();
      await new Promise((done) => setTimeout(done, 300));
      for (let i = 0; i < 11; i++) {
        const before = target.textContent;
        const start = performance.now();
        if (ours)
          target.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true, cancelable: true }));
        else Reflect.get(globalThis, 'benchEdit')('w40', `locked ${i}`);
        await new Promise<void>((done) => {
          const look = () => {
            if (target.textContent !== before) requestAnimationFrame(() => setTimeout(done));
            else requestAnimationFrame(look);
          };
          look();
        });
        times.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 60));
      }
      return times.sort((a, b) => a - b)[5] ?? 0;
    },
    { box: side.box, ours },
  );
}

/** Megabytes in use after a collection, and the nodes of the page. */
export async function weigh(client: CDPSession): Promise<{ heap: number; nodes: number }> {
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((m) => m.name === name)?.value ?? 0;
  return { heap: of('JSHeapUsedSize') / 1_048_576, nodes: of('Nodes') };
}

/** Opens and closes every other form of the board and of the timeline. */
export async function openAndClose(page: Page, rounds: number): Promise<void> {
  const group = (name: string) => page.getByRole('group', { name });
  for (let i = 0; i < rounds; i++) {
    for (const name of ['List', 'Canvas'])
      await group('Show board as').getByRole('button', { name, exact: true }).click();
    for (const name of ['List', 'Bars'])
      await group('Show timeline as').getByRole('button', { name, exact: true }).click();
  }
}
