/**
 * `npm run budget [-- NAME …]`: Lighthouse on one page of every kind, or on those whose name is given. Builds where the
 * built site is missing or older than its sources. Exits 1 where a score or a size misses its budget.
 */
import { join } from 'node:path';
import { cpus, loadavg } from 'node:os';
import { root } from '#cli/setup.mjs';
import { ensureBrowser } from '../browser.mjs';
import { atOnce, inlineBytes, pageScripts } from '../support/pageScripts.ts';
import { BUDGETS, type BudgetPage, CATEGORIES, type Category, KB, PAGES, RUNS } from './budget.ts';
import { buildIfOlder } from './build.ts';
import { type Measured, measure } from './measure.ts';
import { serveStatic } from './serve.ts';

const dist = join(root, 'dist');
/** Below this Lighthouse itself calls a machine slow; its scores for performance then say more of the machine. */
const SLOW = 1_000;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

interface Row {
  page: BudgetPage;
  runs: Measured[];
  scores: Record<Category, number>;
  first: number;
  seen: number;
  inline: number;
  misses: string[];
}

const scoresOf = (runs: readonly Measured[]) =>
  Object.fromEntries(CATEGORIES.map((c) => [c, median(runs.map((run) => run.scores[c]))])) as Record<
    Category,
    number
  >;

async function rowOf(page: BudgetPage, url: string, browser: string): Promise<Row> {
  const budget = BUDGETS[page.budget];
  const low = (scores: Record<Category, number>) => CATEGORIES.filter((c) => scores[c] < budget.score);
  const runs: Measured[] = [];
  while (runs.length < RUNS.usual || (runs.length < RUNS.most && low(scoresOf(runs)).length > 0))
    runs.push(await measure(`${url}${page.path}`, browser));
  const scores = scoresOf(runs);
  const path = page.path.replace(/\?.*/, '');
  const first = pageScripts(path, atOnce).total;
  const seen = pageScripts(path).total;
  const tooBig = (what: string, bytes: number, limit: number) =>
    bytes > limit ? [`${what} ${kb(bytes)} KB of JavaScript, ${kb(limit)} allowed`] : [];
  return {
    page,
    runs,
    scores,
    first,
    seen,
    inline: inlineBytes(path),
    misses: [
      ...low(scores).map((c) => `${c} ${scores[c]}, ${budget.score} wanted (${rangeOf(runs, c)})`),
      ...tooBig('at first', first, budget.first),
      ...tooBig('with all that is seen', seen, budget.seen),
    ],
  };
}

const kb = (bytes: number): string => (bytes / KB).toFixed(1);
const rangeOf = (runs: readonly Measured[], category: Category): string =>
  `runs: ${runs.map((run) => run.scores[category]).join(', ')}`;

const HEADS = ['page', 'perf', 'a11y', 'best', 'seo', 'JS first', 'JS seen', 'inline', 'runs'];
const WIDTHS = [16, 5, 5, 5, 5, 9, 9, 7, 5];
const line = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(WIDTHS[i] ?? 0) : String(cell).padStart(WIDTHS[i] ?? 0)))
    .join(' ');

const names = process.argv.slice(2);
const unknown = names.filter((name) => !PAGES.some((page) => page.name === name));
if (unknown.length > 0)
  fail(`${unknown.join(', ')}: no such page, there are ${PAGES.map(({ name }) => name).join(', ')}`);
const { path: browser, problem } = ensureBrowser();
if (browser === undefined) fail(problem ?? 'no browser');
buildIfOlder(fail);
const site = await serveStatic(dist);
console.log('Medians of Lighthouse, mobile, simulated throttling; JavaScript in KB of 1,024 bytes, gzip.');
console.log(line(HEADS));
const rows: Row[] = [];
for (const page of PAGES.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const row = await rowOf(page, site.url, browser);
  rows.push(row);
  const sizes = [row.first, row.seen, row.inline].map(kb);
  console.log(line([page.name, ...CATEGORIES.map((c) => row.scores[c]), ...sizes, row.runs.length]));
  const lost = row.runs.find((run) => CATEGORIES.some((c) => run.scores[c] === row.scores[c]))?.lost ?? [];
  for (const miss of row.misses) console.log(`  MISSES ${miss}`);
  if (row.misses.length > 0) console.log(`  costs points: ${lost.slice(0, 6).join('; ')}`);
}
await site.close();
const speed = median(rows.flatMap((row) => row.runs.map((run) => run.speed)));
console.log(
  `Lighthouse's index of this machine's speed: ${Math.round(speed)}; load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores.`,
);
if (speed < SLOW)
  console.log(
    'The machine is slow or busy: what is missed in performance may be its doing. Run again when it is quiet.',
  );
const missed = rows.filter((row) => row.misses.length > 0);
console.log(
  missed.length === 0
    ? 'All budgets are kept.'
    : `${missed.length} of ${rows.length} pages miss their budget.`,
);
process.exit(missed.length === 0 ? 0 : 1);
