/**
 * `npm run look [-- NAME …] [--width=N …]`: pictures of each kind of page, and of what is met after the first click, at
 * 1440 and 390 px in the light and the dark theme. They are in `test-results/look/`, all of them on `sheet.png`.
 * Builds where the built site is missing or older than its sources.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { root } from '#cli/setup.mjs';
import { ensureBrowser } from '../browser.mjs';
import { buildIfOlder } from '../budget/build.ts';
import { serveStatic } from '../budget/serve.ts';
import { setTheme } from '../e2e/axe.ts';
import { settle } from '../e2e/pages.ts';
import { type View, VIEWS } from './views.ts';

const folder = join(root, 'test-results', 'look');
const THEMES = ['light', 'dark'] as const;
const HEIGHT = { desk: 900, phone: 844 };
/** Of a long page the first screens are enough to judge it. */
const SCREENS = 3;
/** CSS pixels of one picture on the sheet. */
const THUMB = 220;
/** Views side by side on the sheet. */
const COLUMNS = 3;

interface Picture {
  view: string;
  width: number;
  theme: (typeof THEMES)[number];
  file: string;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const fileName = (...words: (string | number)[]): string =>
  `${words.join('-').replace(/[^a-z0-9]+/gi, '-')}.png`;

async function take(page: Page, file: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: HEIGHT.desk };
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, height * SCREENS) };
  await page.screenshot({ path: join(folder, file), fullPage: true, clip, animations: 'disabled' });
}

/** @returns the pictures of one view at one width, or why there are none */
async function look(browser: Browser, url: string, view: View, width: number): Promise<Picture[] | string> {
  const phone = width < 720;
  const context = await browser.newContext({
    viewport: { width, height: phone ? HEIGHT.phone : HEIGHT.desk },
    reducedMotion: 'reduce',
    hasTouch: phone,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${url}${view.path}`);
    await page.locator(view.ready).first().waitFor({ state: 'attached' });
    await settle(page);
    await view.arrange?.(page);
    const pictures: Picture[] = [];
    for (const theme of THEMES) {
      await setTheme(page, theme);
      const file = fileName(view.name, width, theme);
      await take(page, file);
      pictures.push({ view: view.name, width, theme, file });
    }
    return pictures;
  } catch (error) {
    return `${view.name} at ${width} px: ${error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error)}`;
  } finally {
    await context.close();
  }
}

/** All pictures on one page: a row for each view. */
function sheetOf(pictures: readonly Picture[]): string {
  const rows = [...new Set(pictures.map(({ view }) => view))].map((view) => {
    const cells = pictures
      .filter((picture) => picture.view === view)
      .map(
        ({ file, width, theme }) =>
          `<figure><img src="${file}" alt=""><figcaption>${width} px, ${theme}</figcaption></figure>`,
      );
    return `<section><h2>${view}</h2><div>${cells.join('')}</div></section>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Runchain: each kind of page</title><style>
    body{font:14px system-ui;margin:16px;background:#888;display:grid;gap:24px;grid-template-columns:repeat(${COLUMNS},max-content)}
    h2{font-size:16px}div{display:flex;gap:12px;align-items:start}
    figure{margin:0;width:${THUMB}px}img{width:100%;max-height:400px;object-fit:cover;object-position:top;display:block}
  </style>${rows.join('')}`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { width: { type: 'string', multiple: true, default: ['1440', '390'] } },
});
const widths = values.width.map(Number);
const bad = values.width.filter((word) => !(Number.isInteger(Number(word)) && Number(word) >= 200));
if (bad.length > 0) fail(`--width=${bad.join(', ')}: a whole number of pixels from 200 is wanted`);
const unknown = positionals.filter((name) => !VIEWS.some((view) => view.name === name));
if (unknown.length > 0)
  fail(`${unknown.join(', ')}: no such view, there are ${VIEWS.map(({ name }) => name).join('; ')}`);
const { path: browserPath, problem } = ensureBrowser(true);
if (browserPath === undefined) fail(problem ?? 'no browser');
buildIfOlder(fail);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await serveStatic(join(root, 'dist'));
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const pictures: Picture[] = [];
const failed: string[] = [];
for (const view of VIEWS.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
  for (const width of widths) {
    const found = await look(browser, site.url, view, width);
    if (typeof found === 'string') failed.push(found);
    else pictures.push(...found);
  }
const sheet = join(folder, 'sheet.html');
writeFileSync(sheet, sheetOf(pictures));
const page = await browser.newPage({
  viewport: { width: 32 + COLUMNS * (widths.length * THEMES.length * (THUMB + 12) + 12), height: 800 },
});
await page.goto(pathToFileURL(sheet).href);
await page.screenshot({ path: join(folder, 'sheet.png'), fullPage: true });
await browser.close();
await site.close();
console.log(`${pictures.length} pictures in test-results/look/, all on sheet.png`);
for (const line of failed) console.error(`no picture: ${line}`);
process.exit(failed.length === 0 ? 0 : 1);
