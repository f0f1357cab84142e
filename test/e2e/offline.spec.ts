import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { station } from './board.ts';
import { test } from './fixtures.ts';
import { answerByKeyboard, atQuestion, examState } from './quizJourney.ts';

test.use({ serviceWorkers: 'allow', reuseContext: false });

/** Waits until the offline copy is complete and serves this page. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
  });
}

test('after the first visit every part opens without a network: lesson, exam, level, search', async ({
  page,
  context,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('.');
  await kept(page);
  await context.setOffline(true);
  for (const [path, heading] of [
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
  // An exam is begun, an answer is given and kept, it is submitted, and its result is there after a reload.
  await page.goto('exam/');
  await page.getByRole('button', { name: 'Prepare the exam' }).click();
  await page.getByRole('button', { name: 'Begin the exam' }).click();
  await atQuestion(page);
  await answerByKeyboard(page);
  const given = await examState(page);
  await page.reload();
  await atQuestion(page);
  expect(await examState(page)).toEqual(given);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Submit the exam' }).click();
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  const report = page.locator('#exam-report');
  await expect(report).toBeVisible();
  const said = (await report.textContent()) ?? '';
  await page.reload();
  await expect(report).toHaveText(said);
  // A level is played to its verdict.
  await page.goto('sandbox/levels/01-first-spark/');
  await expect(station(page, 'network')).toBeVisible();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeVisible();
  await page.goto('search/');
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill('policy override');
  await expect(page.getByText(/\d+ pages? found/)).toBeVisible();
});

test('a page that is not there says so offline too', async ({ page, context }) => {
  await page.goto('.');
  await kept(page);
  await context.setOffline(true);
  await page.goto('no/such/page/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

const dist = new URL('../../dist/', import.meta.url);
const base = `/${process.env['RUNCHAIN_BASE'] ?? ''}/`.replace(/\/+/g, '/');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The built site, whose worker can become another version. Its worker keeps no pages: what is tested is the update. */
function serve(version: () => number): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = pathname.startsWith(base) ? pathname.slice(base.length) : '';
    const file = new URL(path === '' || path.endsWith('/') ? `${path}index.html` : path, dist);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file.pathname)] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'no-cache');
    if (path !== 'sw.js') {
      createReadStream(file).pipe(response);
      return;
    }
    const worker = readFileSync(file, 'utf8').replace(/const PATHS = .*;/, 'const PATHS = [];');
    response.end(worker.replace(/(const CACHE = PREFIX \+ ')/, `$1v${version()}-`));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      resolve({ server, url: `http://127.0.0.1:${port}${base}` });
    });
  });
}

test.describe('a new version', () => {
  let [version, url] = [1, ''];
  let server: Server | null = null;
  test.beforeAll(async () => {
    ({ server, url } = await serve(() => version));
  });
  test.afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });

  test('is never offered in an exam, interrupts nothing, and is offered and put in place afterwards', async ({
    context,
    trouble,
  }) => {
    test.slow();
    trouble.allow(new RegExp(`another host: ${url}`));
    const page = await context.newPage();
    await page.goto(url);
    await kept(page);
    await page.goto(`${url}exam/`);
    await page.getByRole('button', { name: 'Prepare the exam' }).click();
    await page.getByRole('button', { name: 'Begin the exam' }).click();
    await atQuestion(page);
    await expect(page.locator('[data-exam-running]')).toBeVisible();
    await page.evaluate(() => Reflect.set(window, 'same', true));
    version = 2;
    const waits = (of: Page) =>
      of.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        return new Promise<boolean>((resolve) => {
          const look = () =>
            registration.waiting === null ? setTimeout(look, 50) : resolve(registration.waiting !== null);
          look();
        });
      });
    expect(await waits(page)).toBe(true);
    const offer = page.getByRole('button', { name: 'Use it now' });
    // It is there, and the exam hides it.
    await expect(page.locator('[data-update]')).not.toHaveAttribute('hidden');
    await expect(offer).toBeHidden();
    // Another tab takes the new version: this one goes on as it was, with the answers it has.
    const other = await context.newPage();
    await other.goto(`${url}about/`);
    await other.getByRole('button', { name: 'Use it now' }).click();
    await expect(async () => {
      const { waiting } = await other.evaluate(async () => ({
        waiting: (await navigator.serviceWorker.ready).waiting !== null,
      }));
      expect(waiting).toBe(false);
    }).toPass();
    await other.close();
    await page.locator('.quiz-stem').focus();
    await page.keyboard.press('f');
    await expect(page.getByRole('button', { name: /Flagged/ })).toBeVisible();
    await expect(offer).toBeHidden();
    expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true);
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Submit the exam' }).click();
    await page.getByRole('button', { name: 'Submit anyway' }).click();
    await expect(page.getByRole('heading', { name: /of 40 right/ })).toBeVisible({ timeout: 30_000 });
    await expect(offer).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true);
    const loaded = page.waitForEvent('load');
    await offer.click();
    await loaded;
    await expect(page.getByRole('heading', { name: /of 40 right/ })).toBeVisible({ timeout: 30_000 });
    await expect(offer).toBeHidden();
  });
});
