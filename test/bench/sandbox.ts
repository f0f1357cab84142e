/**
 * `npm run bench:sandbox`: the built sandbox beside a bare React Flow page with the same boxes and arrows at the same
 * size, in one run of one browser, at full speed and with the processor slowed four times. Frames are not held to
 * the screen's 60, so that a ratio is a ratio. Exits 1 where a limit of the project is missed.
 *
 * Needs a build (`npm run build`, or another folder as the argument) and a Chromium.
 */
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright';
import { encodeShare } from '#state/shareLink.ts';
import { findBrowser } from '../browser.mjs';
import { type Counted, type Gesture, perform } from './gestures.ts';
import { places, wired } from './wired.ts';

const GESTURES = ['pan', 'zoom', 'drag'] as const;
const LIMIT = { ratio: 3, feedback: 100, painted: 1_000, heap: 1.1 };
const ROUNDS = 50;
const root = resolve(import.meta.dirname, '../..');

interface Side {
  name: string;
  url: string;
  board: string;
  box: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Serves a folder of a build. */
async function serve(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}/` };
}

/** Builds the bare page with a board in it. @returns the folder */
async function bare(workspaces: number, triggers: number): Promise<string> {
  const { layout } = wired(workspaces, triggers);
  const at = places(layout);
  const board = {
    nodes: layout.workspaces.map((w) => ({
      id: w.name,
      position: at.get(w.name),
      data: { label: w.name },
      style: { width: 216, height: 116 },
    })),
    edges: layout.run_triggers.map((t) => ({
      id: `${t.sourceable} ${t.workspace}`,
      source: t.sourceable.split('/')[1],
      target: t.workspace.split('/')[1],
    })),
  };
  // Astro writes beside what it builds, so it builds a copy; inside node_modules, where packages are found.
  const folder = mkdtempSync(join(root, 'node_modules/.bare-'));
  cpSync(join(root, 'test/bench/bare'), folder, { recursive: true });
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const build = spawn(process.execPath, [astro, 'build', '--root', folder, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', RUNCHAIN_BENCH_BOARD: JSON.stringify(board) },
  });
  const code = await new Promise((done) => build.on('close', done));
  if (code !== 0) throw new Error('the bare page could not be built');
  return folder;
}

/** Says what is being measured: a run takes minutes. */
const tell = (what: string) => process.stderr.write(`${what}\n`);

async function open(page: Page, side: Side, count: number): Promise<void> {
  tell(`opening ${side.name} with ${count} workspaces`);
  await page.goto('about:blank');
  await page.goto(side.url);
  await page.waitForFunction(
    ({ box, count }) => document.querySelectorAll(box).length >= count,
    { box: side.box, count },
    { timeout: 120_000 },
  );
  await page.waitForTimeout(2_500);
}

/** Milliseconds from the start of the navigation to the frame that shows every box. */
async function painted(page: Page, side: Side, count: number): Promise<number> {
  await page.goto('about:blank');
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
async function feedback(page: Page, side: Side, ours: boolean): Promise<number> {
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
async function weigh(client: CDPSession): Promise<{ heap: number; nodes: number }> {
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((m) => m.name === name)?.value ?? 0;
  return { heap: of('JSHeapUsedSize') / 1_048_576, nodes: of('Nodes') };
}

/** Opens and closes every other form of the board and of the timeline. */
async function openAndClose(page: Page, rounds: number): Promise<void> {
  const group = (name: string) => page.getByRole('group', { name });
  for (let i = 0; i < rounds; i++) {
    for (const name of ['List', 'Canvas'])
      await group('Show board as').getByRole('button', { name, exact: true }).click();
    for (const name of ['List', 'Bars'])
      await group('Show timeline as').getByRole('button', { name, exact: true }).click();
  }
}

const rows: string[][] = [];
let missed = 0;
function row(
  what: string,
  slow: number,
  ours: string,
  theirs: string,
  ratio: string,
  ok: boolean | null,
): void {
  if (ok === false) missed++;
  rows.push([what, `${slow}×`, ours, theirs, ratio, ok === null ? '' : ok ? 'ok' : 'MISSED']);
}
const number = (value: number, digits = 0): string => value.toFixed(digits);

const site = await serve(resolve(process.argv[2] ?? join(root, 'dist')));
const out = { small: await bare(450, 700), large: await bare(500, 800) };
const bares = { small: await serve(join(out.small, 'dist')), large: await serve(join(out.large, 'dist')) };
const hash = { small: await encodeShare(wired(450, 700)), large: await encodeShare(wired(500, 800)) };
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
    '--no-first-run',
  ],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  const ours = (size: 'small' | 'large'): Side => ({
    name: 'sandbox',
    url: `${site.url}sandbox/${hash[size]}`,
    board: '.canvas',
    box: '.station',
  });
  await open(page, ours('small'), 450);
  const box = await page.locator('.canvas').boundingBox();
  const same = `?w=${number(box?.width ?? 800)}&h=${number(box?.height ?? 400)}`;
  const theirs = (size: 'small' | 'large'): Side => ({
    name: 'bare',
    url: `${bares[size].url}${same}`,
    board: '.react-flow',
    box: '.react-flow__node',
  });
  const counted = new Map<string, Counted>();
  const times = new Map<string, number>();
  for (const side of [ours('small'), theirs('small')]) {
    for (const slow of [1, 4]) {
      await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await open(page, side, 450);
      await client.send('Emulation.setCPUThrottlingRate', { rate: slow });
      for (const kind of GESTURES) {
        tell(`${side.name}, ${kind}, ${slow}×`);
        const gesture: Gesture = { kind, board: side.board, box: side.box, time: 3_000 };
        counted.set(`${side.name} ${slow} ${kind}`, await page.evaluate(perform, gesture));
        await page.waitForTimeout(600);
      }
      times.set(`${side.name} ${slow}`, await feedback(page, side, side.name === 'sandbox'));
    }
  }
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  for (const slow of [1, 4]) {
    for (const kind of GESTURES) {
      const [a, b] = ['sandbox', 'bare'].map((name) => {
        const c = counted.get(`${name} ${slow} ${kind}`);
        return c === undefined ? 0 : (c.frames / c.ms) * 1_000;
      });
      const ratio = (a ?? 0) / (b ?? 1);
      row(
        `${kind}, frames a second`,
        slow,
        number(a ?? 0),
        number(b ?? 0),
        number(ratio, 1),
        slow === 1 ? null : ratio >= LIMIT.ratio,
      );
    }
    const [a, b] = [times.get(`sandbox ${slow}`) ?? 0, times.get(`bare ${slow}`) ?? 0];
    row(
      'edit to feedback, ms',
      slow,
      number(a),
      number(b),
      number(a / b, 1),
      slow === 1 ? a < LIMIT.feedback : null,
    );
  }
  for (const slow of [1, 4]) {
    const both: number[] = [];
    for (const side of [ours('large'), theirs('large')]) {
      const tries: number[] = [];
      for (let i = 0; i < 3; i++) {
        const fresh = await browser.newContext({ viewport: { width: 1280, height: 800 } });
        const other = await fresh.newPage();
        const session = await fresh.newCDPSession(other);
        await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
        tries.push(await painted(other, side, 500));
        await fresh.close();
      }
      both.push(tries.sort((x, y) => x - y)[1] ?? 0);
    }
    const [a, b] = [both[0] ?? 0, both[1] ?? 1];
    row(
      '500 workspaces painted, ms',
      slow,
      number(a),
      number(b),
      number(a / b, 1),
      slow === 1 ? a < LIMIT.painted : null,
    );
  }
  await open(page, ours('small'), 450);
  await openAndClose(page, 5);
  const before = await weigh(client);
  await openAndClose(page, ROUNDS);
  const after = await weigh(client);
  row(
    `heap over ${ROUNDS} rounds, MB`,
    1,
    `${number(before.heap, 1)} → ${number(after.heap, 1)}`,
    '',
    number(after.heap / before.heap, 2),
    after.heap / before.heap < LIMIT.heap,
  );
  row(
    `nodes over ${ROUNDS} rounds`,
    1,
    `${before.nodes} → ${after.nodes}`,
    '',
    number(after.nodes / before.nodes, 2),
    null,
  );
} finally {
  await browser.close();
  for (const { server } of [site, bares.small, bares.large]) server.close();
  for (const folder of Object.values(out)) rmSync(folder, { recursive: true, force: true });
}
const widths = [32, 6, 16, 10, 7, 8];
for (const cells of [['450 workspaces, 700 triggers', 'slow', 'sandbox', 'bare', 'ratio', ''], ...rows])
  process.stdout.write(
    `${cells.map((c, i) => (i === 0 ? c.padEnd(widths[i] ?? 0) : c.padStart(widths[i] ?? 0))).join('')}\n`,
  );
process.exitCode = missed > 0 ? 1 : 0;
