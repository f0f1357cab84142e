/**
 * `npm run bench:sandbox`: the built sandbox beside a bare React Flow page with the same boxes and arrows at the same
 * size, in one run of one browser, at full speed and with the processor slowed four times. Frames are not held to
 * the screen's 60, so that a ratio is a ratio. Exits 1 where a limit of the project is missed.
 *
 * Needs a build (`npm run build`, or another folder as the argument) and a Chromium. `--only=gestures`, `--only=painted`
 * or `--only=heap` measures less.
 */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { encodeShare } from '#state/boards/shareLink.ts';
import { findBrowser } from '../browser.mjs';
import { type Counted, type Gesture, perform } from './gestures.ts';
import { feedback, open, openAndClose, painted, type Side, tell, weigh } from './measure.ts';
import { bare, root, serve } from './pages.ts';
import { wired } from './wired.ts';

const GESTURES = ['pan', 'zoom', 'drag'] as const;
const LIMIT = { ratio: 3, feedback: 100, painted: 1_000, heap: 1.1 };
const ROUNDS = 50;

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

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const asked = (part: 'gestures' | 'painted' | 'heap') => values.only === undefined || values.only === part;
const site = await serve(resolve(positionals[0] ?? join(root, 'dist')));
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
    live: '.canvas[data-live]',
  });
  await open(page, ours('small'), 450);
  const box = await page.locator('.canvas').boundingBox();
  const same = `?w=${number(box?.width ?? 800)}&h=${number(box?.height ?? 400)}`;
  const theirs = (size: 'small' | 'large'): Side => ({
    name: 'bare',
    url: `${bares[size].url}${same}`,
    board: '.react-flow',
    box: '.react-flow__node',
    live: '.react-flow',
  });
  const counted = new Map<string, Counted>();
  const times = new Map<string, number>();
  const slowed = (part: 'gestures' | 'painted') => (asked(part) ? [1, 4] : []);
  for (const side of [ours('small'), theirs('small')]) {
    for (const slow of slowed('gestures')) {
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
  for (const slow of slowed('gestures')) {
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
  for (const slow of slowed('painted')) {
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
  if (asked('heap')) {
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
  }
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
