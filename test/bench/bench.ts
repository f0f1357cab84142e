/**
 * `npm run bench`: time and memory of the simulator against the number of runs, beside a bare event loop over
 * the same number of events. Prints a table; exits 1 where a limit of the project is missed.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { simulate } from '#engine/simulate/simulate.ts';
import { bareLoop, board, eventsOf, questionsOf, SHAPES, type Shape } from './board.ts';

const SIZES = [10, 100, 1_000, 10_000];
const ROUNDS = 11;
const LIMIT = { ratio: 10, thousand: 100 };

interface Row {
  shape: Shape;
  size: number;
  runs: number;
  events: number;
  lines: number;
  /** Questions to the rules for each run: the same at every size where the work grows as the runs do. */
  asked: number;
  engine: number;
  bare: number;
  /** The engine by the clock on the wall. */
  wall: number;
  ratio: number;
  heap: number;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Milliseconds of processor time that this thread has used: what else the machine does is not in it. */
function used(): number {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)();
  return (user + system) / 1_000;
}

/**
 * Milliseconds of one call of each, from the least disturbed of rounds of some 100 ms, because the clock of a thread is
 * coarse: others on the machine cost time in its caches, and never save any. The two take turns, so that a slower
 * moment hits both; how they compare is the median of the rounds.
 */
function race(engine: () => unknown, bare: () => unknown) {
  const batchOf = (what: () => unknown): number => {
    let calls = 0;
    const until = performance.now() + 150;
    while (performance.now() < until) {
      what();
      calls++;
    }
    return Math.max(1, calls);
  };
  const timed = (what: () => unknown, batch: number): number => {
    const start = used();
    for (let i = 0; i < batch; i++) what();
    return (used() - start) / batch;
  };
  // Twice, because the first batch is counted while the code still gets faster.
  let batches = [batchOf(engine), batchOf(bare)] as const;
  batches = [batchOf(engine), batchOf(bare)];
  const rounds = Array.from({ length: ROUNDS }, () => {
    const both = { engine: timed(engine, batches[0]), bare: timed(bare, batches[1]) };
    const start = performance.now();
    engine();
    return { ...both, wall: performance.now() - start };
  });
  return {
    engine: Math.min(...rounds.map((r) => r.engine)),
    bare: Math.min(...rounds.map((r) => r.bare)),
    wall: median(rounds.map((r) => r.wall)),
    ratio: median(rounds.map((r) => r.engine / r.bare)),
  };
}

/** What one simulation leaves in memory, in MB. */
function heap(what: () => unknown): number {
  const kept: unknown[] = [];
  collect();
  const before = process.memoryUsage().heapUsed;
  kept.push(what());
  collect();
  const after = process.memoryUsage().heapUsed;
  return kept.length === 1 ? (after - before) / 1_048_576 : 0;
}

function measure(shape: Shape, size: number): Row {
  const scenario = board(shape, size);
  const simulated = simulate(scenario);
  if (!simulated.ok) throw new Error(`${shape} ${size}: ${simulated.problems[0]?.message}`);
  const events = eventsOf(simulated.value);
  return {
    shape,
    size,
    runs: events.runs.length,
    events: events.count,
    lines: events.lines.queued + events.lines.other,
    asked: questionsOf(scenario) / events.runs.length,
    ...race(
      () => simulate(scenario),
      () => bareLoop(events),
    ),
    heap: heap(() => simulate(scenario)),
  };
}

/** The exponent of growth between two sizes: 1 is linear, n log n about 1.1. */
function exponent(a: Row, b: Row, of: 'engine' | 'bare'): number {
  return Math.log(b[of] / a[of]) / Math.log(b.runs / a.runs);
}

const rows = SHAPES.flatMap((shape) => SIZES.map((size) => measure(shape, size)));
const cell = (text: string, width: number) => text.padStart(width);
const print = (...cells: string[]) => {
  const widths = [12, 8, 8, 9, 8, 11, 10, 7, 10, 10, 8, 8];
  process.stdout.write(
    `${(cells[0] ?? '').padEnd(20)}${cells
      .slice(1)
      .map((c, i) => cell(c, widths[i] ?? 8))
      .join('')}\n`,
  );
};
print(
  'shape',
  'workspaces',
  'runs',
  'events',
  'log',
  'asked',
  'engine ms',
  'bare ms',
  'ratio',
  'wall ms',
  'heap MB',
  'growth',
  'bare',
);
for (const [i, row] of rows.entries()) {
  const previous = rows[i - 1];
  print(
    row.shape,
    String(row.size),
    String(row.runs),
    String(row.events),
    String(row.lines),
    row.asked.toFixed(2),
    row.engine.toFixed(3),
    row.bare.toFixed(3),
    `${row.ratio.toFixed(1)}x`,
    row.wall.toFixed(2),
    row.heap.toFixed(2),
    previous?.shape === row.shape ? `n^${exponent(previous, row, 'engine').toFixed(2)}` : '',
    previous?.shape === row.shape ? `n^${exponent(previous, row, 'bare').toFixed(2)}` : '',
  );
}

const missed: string[] = [];
for (const [i, row] of rows.entries()) {
  if (row.ratio > LIMIT.ratio)
    missed.push(`${row.shape} ${row.size}: ${row.ratio.toFixed(1)} times the bare loop`);
  if (row.size === 1_000 && row.wall > LIMIT.thousand)
    missed.push(`${row.shape} ${row.size}: ${row.wall.toFixed(0)} ms`);
  const previous = rows[i - 1];
  if (previous?.shape !== row.shape || row.size < 1_000) continue;
  if (row.asked > previous.asked * 1.05)
    missed.push(`${row.shape} ${row.size}: asks ${row.asked.toFixed(2)} rules for a run`);
  const most =
    Math.log((row.runs * Math.log(row.runs)) / (previous.runs * Math.log(previous.runs))) /
    Math.log(row.runs / previous.runs);
  // Memory itself gets slower as it grows: the engine may lose there what the bare loop loses too.
  const allowed = Math.max(most, exponent(previous, row, 'bare')) + 0.1;
  if (exponent(previous, row, 'engine') > allowed)
    missed.push(`${row.shape} ${row.size}: grows as n^${exponent(previous, row, 'engine').toFixed(2)}`);
}
process.stdout.write(
  missed.length === 0 ? '\nWithin every limit.\n' : `\nMissed:\n${missed.map((m) => `  ${m}\n`).join('')}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
