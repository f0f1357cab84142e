import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { serve } from './learningSystem.ts';
import { crawl } from './references.ts';

/** As in src/hosting/packageLms.ts, so that one build serves both: under a path of a site, and as a package. */
const BASE = '/runchain-any-folder/';
const PACKAGE = '/courses/7/content/';
const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

let folder = '';
let site = '';
let unpacked = '';
let server: Server | undefined;
let origin = '';
let missing: string[] = [];

function run(args: string[], env: NodeJS.ProcessEnv = {}): void {
  const given = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: given,
    encoding: 'utf8',
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
}

test.beforeAll(async () => {
  test.setTimeout(400_000);
  folder = mkdtempSync(join(tmpdir(), 'runchain-hosted-'));
  site = join(folder, 'site');
  unpacked = join(folder, 'package');
  const astro = join(dirname(require.resolve('astro/package.json')), 'bin/astro.mjs');
  run([astro, 'build', '--outDir', site], { RUNCHAIN_BASE: BASE, RUNCHAIN_LMS: '1' });
  const zip = join(folder, 'package.zip');
  run(['src/hosting/packageLms.ts', '--site', site, '--out', zip]);
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  ({ server, origin, missing } = await serve({
    [BASE]: { folder: site },
    [PACKAGE]: { folder: unpacked, strict: true },
  }));
});

test.afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('under a base path every reference of every page stays below it and leads somewhere', () => {
  const { pages, broken } = crawl(site, BASE);
  expect(broken).toEqual([]);
  expect(pages).toBeGreaterThan(50);
  const worker = readFileSync(join(site, 'sw.js'), 'utf8');
  expect(worker).not.toContain(BASE);
  const manifest = JSON.parse(readFileSync(join(site, 'manifest.webmanifest'), 'utf8'));
  expect([manifest.id, manifest.start_url, manifest.scope]).toEqual(['./', './', './']);
});

test('in the package every reference is relative and names a file', () => {
  const { pages, broken } = crawl(unpacked, '/', false);
  expect(broken).toEqual([]);
  expect(pages).toBeGreaterThan(50);
});

test('under a base path user can search, follow a result, and see HCL that a worker reads', async ({
  page,
}) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^https?:/.test(request.url()) && !pathname.startsWith(BASE)) outside.push(request.url());
  });
  await page.goto(`${origin}${BASE}search/?q=override`);
  await page.locator('[data-search-results] a').first().click();
  await expect(page).toHaveURL(new RegExp(`${BASE}[a-z]+/`));
  await page.goto(`${origin}${BASE}`);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sandbox' }).click();
  await openHcl(page);
  expect(outside).toEqual([]);
  expect(missing).toEqual([]);
});

test('under a base path a share link opens its board below it, in another browser', async ({
  page,
  browser,
}) => {
  await page.goto(`${origin}${BASE}sandbox/`);
  await page.getByRole('button', { name: 'Add workspace' }).click();
  const added = await page.locator('[data-station]').last().getAttribute('data-station');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#s=/);
  const address = await link.inputValue();
  expect(address.startsWith(`${origin}${BASE}sandbox/#s=`), address).toBe(true);
  const other = await (await browser.newContext()).newPage();
  await other.goto(address);
  await expect(other.locator(`[data-station="${added}"]`).first()).toBeVisible();
});

/** What the content asked of the system, so far. */
interface Call {
  name: string;
  given: string[];
  answer: string;
  error: string;
}
const callsOf = (page: Page): Promise<Call[]> => page.evaluate(() => Reflect.get(window, 'calls'));

/** What was set last, by element. */
async function valuesOf(page: Page): Promise<Record<string, string>> {
  const set = (await callsOf(page)).filter(({ name }) => name === 'SetValue');
  return Object.fromEntries(set.map(({ given: [element = '', value = ''] }) => [element, value]));
}

const app = (page: Page): FrameLocator => page.frameLocator('iframe').frameLocator('iframe');

async function start(page: Page, learner: string): Promise<FrameLocator> {
  const content = `${PACKAGE}launch/index.html`;
  await page.goto(`${origin}/player.html?learner=${learner}&content=${encodeURIComponent(content)}`);
  return app(page);
}

test('a learning system is told of answers, lessons and an exam, and brings them to another browser', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const inside = await start(page, 'ada');
  await inside.getByRole('link', { name: 'Lessons' }).first().click();
  await inside
    .getByRole('link', { name: /What a run trigger is/ })
    .first()
    .click();
  await inside.getByRole('button', { name: 'Mark as read' }).click();
  await expect.poll(async () => (await valuesOf(page))['cmi.completion_status']).toBe('incomplete');

  await inside.getByRole('link', { name: 'Practice' }).first().click();
  await inside.getByRole('heading', { level: 1, name: 'Practice' }).waitFor();
  await inside.getByRole('link', { name: 'Mock exam' }).first().click();
  await inside.getByRole('button', { name: 'Prepare the exam' }).click();
  await inside.getByRole('button', { name: 'Begin the exam' }).click();
  await inside.locator('.quiz-stem').first().waitFor();
  await inside.locator('.quiz-stem').first().press('r');
  await inside.getByRole('button', { name: 'Submit the exam' }).click();
  await inside.getByRole('button', { name: 'Submit anyway' }).click();
  await expect(inside.getByRole('heading', { name: /of 40 right/ })).toBeVisible();
  await expect.poll(async () => (await valuesOf(page))['cmi.interactions.39.result']).toBe('incorrect');
  const values = await valuesOf(page);
  expect(values).toMatchObject({
    'cmi.success_status': 'failed',
    'cmi.score.scaled': '0',
    'cmi.score.raw': '0',
    'cmi.score.max': '40',
    'cmi.exit': 'suspend',
    'cmi.session_time': expect.stringMatching(/^PT\d+H\d+M[\d.]+S$/),
    'cmi.location': expect.stringMatching(/^exam\/index\.html/),
    'cmi.suspend_data': expect.stringMatching(/^1d/),
  });
  expect(Number(values['cmi.progress_measure'])).toBeGreaterThan(0);
  // From the report the wrong ones are repeated: a page that a script opens is found too.
  await inside.getByRole('button', { name: /^Retry your/ }).click();
  await inside.locator('.quiz-stem').first().waitFor();
  const refused = (await callsOf(page)).filter(
    ({ name, answer, error }) =>
      (name === 'SetValue' || name === 'Commit') && (answer !== 'true' || error !== '0'),
  );
  expect(refused).toEqual([]);
  expect((await callsOf(page)).some(({ name }) => name === 'Commit')).toBe(true);
  const kept = await valuesOf(page);

  // The frame is taken away, as a learning system does when the learner leaves.
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(async () => (await callsOf(page)).at(-1)?.name).toBe('Terminate');

  const other = await browser.newContext({ serviceWorkers: 'block' });
  const elsewhere = await other.newPage();
  await elsewhere.addInitScript(
    (elements) => sessionStorage.setItem('kept', elements),
    JSON.stringify({
      'cmi.suspend_data': kept['cmi.suspend_data'],
      'cmi.location': 'progress/index.html',
    }),
  );
  await start(elsewhere, 'ada');
  await expect(app(elsewhere).getByText(/^40 answers on /)).toBeVisible();
  await expect.poll(async () => (await valuesOf(elsewhere))['cmi.success_status']).toBe('failed');
  await other.close();

  // Another learner at the first browser starts with nothing, and the first one finds everything.
  await start(page, 'grace');
  await expect.poll(async () => (await valuesOf(page))['cmi.completion_status']).toBe('not attempted');
  await start(page, 'ada');
  await expect.poll(async () => (await valuesOf(page))['cmi.score.max']).toBe('40');
  expect(missing).toEqual([]);
});

test('the second learner in a browser sees no board, level, draft or session of the first, who finds all of them', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const go = async (inside: FrameLocator, place: string) => {
    // The frame itself is moved: an address of the package, as a link would give it.
    const frame = page.frames().at(-1);
    await frame?.goto(`${origin}${PACKAGE}${place}`);
    return inside;
  };
  /** What a person sees of work at boards, levels, the builder and practice. */
  const look = async (inside: FrameLocator) => {
    await go(inside, 'sandbox/index.html');
    await inside.getByRole('button', { name: 'Add workspace' }).waitFor();
    const stations = await inside.locator('[data-station]').count();
    const boards = await inside.getByRole('button', { name: /^Boards|My board|of my own/ }).allTextContents();
    await go(inside, 'sandbox/levels/index.html');
    await inside.getByRole('heading', { level: 1, name: 'Levels' }).waitFor();
    await expect(inside.locator('astro-island:not([ssr])').first()).toBeAttached();
    const map = await inside.locator('main').textContent();
    await go(inside, 'sandbox/builder/index.html');
    const title = await inside.getByLabel('Title', { exact: true }).first().inputValue();
    await go(inside, 'practice/index.html');
    await inside.getByRole('heading', { level: 1, name: 'Practice' }).waitFor();
    await inside.getByRole('button').first().waitFor();
    const practice = await inside.locator('main').textContent();
    return { stations, boards, map, title, practice };
  };
  const inside = await start(page, 'emmy');
  await inside.getByRole('heading', { level: 1 }).first().waitFor();
  const blank = await look(inside);

  await go(inside, 'sandbox/index.html');
  await inside.getByRole('button', { name: 'Add workspace' }).click();
  await expect(inside.locator('[data-station]')).toHaveCount(blank.stations + 1);
  await go(inside, 'sandbox/levels/01-first-spark/index.html');
  await inside.locator('[data-station]').first().waitFor();
  await go(inside, 'sandbox/builder/index.html');
  await inside.getByLabel('Title', { exact: true }).first().fill('Mine alone');
  await inside.getByLabel('Title', { exact: true }).first().blur();
  const worked = await look(inside);
  expect(worked).toMatchObject({ stations: blank.stations + 1, title: 'Mine alone' });
  expect(worked.map).not.toBe(blank.map);

  const second = await start(page, 'sofia');
  await second.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await look(second)).toEqual(blank);
  const first = await start(page, 'emmy');
  await first.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await look(first)).toEqual(worked);

  // A page in a new tab belongs to whoever is at work; once that is over, to nobody.
  const tab = await page.context().newPage();
  await tab.goto(`${origin}${PACKAGE}sandbox/index.html`);
  await expect(tab.locator('[data-station]')).toHaveCount(worked.stations);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(async () => (await callsOf(page)).at(-1)?.name).toBe('Terminate');
  const later = await page.context().newPage();
  await later.goto(`${origin}${PACKAGE}sandbox/index.html`);
  await later.getByRole('button', { name: 'Add workspace' }).waitFor();
  await expect(later.locator('[data-station]')).toHaveCount(blank.stations);
});

test('in the package the sandbox reads HCL, and without a learning system the app says so and works', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${origin}${PACKAGE}launch/index.html`);
  await expect(page.getByRole('status')).toContainText('No learning system answered');
  const inside = page.frameLocator('iframe');
  await inside.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sandbox' }).click();
  await openHcl(inside);
  await inside.getByRole('link', { name: 'Search' }).first().click();
  await inside.getByRole('searchbox').fill('override');
  await inside.locator('[data-search-results] a').first().click();
  await expect(inside.getByRole('heading', { level: 1 })).not.toHaveText('Search');
  expect(errors).toEqual([]);
  expect(missing).toEqual([]);
});

/** The board as HCL: it takes a worker, a parser and its grammar, each fetched from its own address. */
async function openHcl(inside: Page | FrameLocator): Promise<void> {
  const board = inside.getByRole('region', { name: 'Board' });
  await board.getByRole('button', { name: 'HCL', exact: true }).click();
  await expect(inside.getByText('Text and board agree.')).toBeVisible();
}
