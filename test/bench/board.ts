import { simulate, type Simulation } from '#engine/simulate/simulate.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import type { SimulationResult } from '#model/scenario/result.ts';

/** The shapes of boards that the benchmark simulates: one run per workspace, or a few where triggers meet. */
export const SHAPES = ['chain', 'fan', 'random of depth 20'] as const;
export type Shape = (typeof SHAPES)[number];

/** mulberry32: the same numbers on every machine. */
function numbers(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whose applies queue a run in each workspace, as indices of earlier ones; null: nothing ever runs there. */
function sources(shape: Shape, size: number): (number[] | null)[] {
  if (shape === 'chain') return Array.from({ length: size }, (_, i) => (i === 0 ? [] : [i - 1]));
  if (shape === 'fan') return Array.from({ length: size }, (_, i) => (i === 0 ? [] : [0]));
  const random = numbers(size);
  const depth = Math.min(20, size);
  const layer = (i: number) => Math.min(depth - 1, Math.floor((i * depth) / size));
  const first = Array.from({ length: depth }, (_, l) => Math.ceil((l * size) / depth));
  // Two sources here and there, which make as many runs as both together; as often a workspace without any
  // run at all, so that there are about as many runs as workspaces.
  const runs: number[] = [];
  const found: (number[] | null)[] = [];
  let made = 0;
  for (let i = 0; i < size; i++) {
    const l = layer(i);
    const [from, to] = [first[l - 1] ?? 0, first[l] ?? 0];
    const pick = () => from + Math.floor(random() * (to - from));
    let mine: number[] | null = l === 0 ? [] : [...new Set(random() < 0.4 ? [pick(), pick()] : [pick()])];
    const total = () => (l === 0 ? 1 : (mine ?? []).reduce((sum, s) => sum + (runs[s] ?? 0), 0));
    if (made + total() > i + 1) mine = mine?.slice(0, 1) ?? null;
    if (l > 0 && (random() < 0.1 || made + total() > i + 1)) mine = null;
    const count = mine === null ? 0 : total();
    made += count;
    runs.push(count);
    found.push(mine);
  }
  return found;
}

/** A board in which everything applies by itself; one commit to each workspace without a source. */
export function board(shape: Shape, size: number): Scenario {
  const from = sources(shape, size);
  const input = {
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: from.map((_, i) => ({
        name: `w${i}`,
        auto_apply: true,
        auto_apply_run_trigger: true,
        seconds: { plan: 5 + (i % 7), apply: 10 + (i % 11) },
      })),
      run_triggers: from.flatMap((list, i) =>
        (list ?? []).map((s) => ({ sourceable: `w${s}`, workspace: `w${i}` })),
      ),
    },
    actions: from.flatMap((list, i) =>
      list?.length === 0 ? [{ type: 'start_run', workspace: `w${i}`, source: 'vcs', at: 0 }] : [],
    ),
  };
  const parsed = parseScenario(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
  return parsed.value;
}

/** The same events as the engine's, without anything that decides: who follows whom, after how many seconds. */
export interface Events {
  count: number;
  /** Lines of the engine's log, by their fields: those of a queued run have seven, the others five. */
  lines: { queued: number; other: number };
  /** Per run: seconds of its two timed stages, and the runs that its end queues. */
  runs: { workspace: string; plan: number; apply: number; next: number[] }[];
  first: number[];
}

export function eventsOf({ result, log }: Simulation): Events {
  const at = (run: SimulationResult['runs'][number], status: string) =>
    run.statuses.find((entry) => entry.status === status)?.at ?? 0;
  const runs = result.runs.map((run) => ({
    workspace: run.workspace,
    plan: at(run, 'planned') - at(run, 'planning'),
    apply: at(run, 'applied') - at(run, 'applying'),
    next: [] as number[],
  }));
  const number = new Map(result.runs.map((run, i) => [run.id, i]));
  const first: number[] = [];
  for (const [i, run] of result.runs.entries()) {
    if (run.triggered_by === null) first.push(i);
    else runs[number.get(run.triggered_by) ?? 0]?.next.push(i);
  }
  const lines = { queued: runs.length, other: log.length - runs.length };
  return { count: runs.length * 2, lines, runs, first };
}

/** How often a simulation asks its rules: its work, counted instead of timed. Growth of it is the algorithm's own. */
export function questionsOf(scenario: Scenario): number {
  let asked = 0;
  simulate(scenario, { asked: () => asked++, waives: () => false });
  return asked;
}

interface Event {
  at: number;
  order: number;
  run: number;
  id: string;
  second: boolean;
}

type Line =
  | {
      kind: 'queued';
      at: number;
      run: string;
      workspace: string;
      source: string;
      mode: string;
      triggered_by: string | null;
    }
  | { kind: 'status'; at: number; run: string; status: string; rule: string | null };

/**
 * The honest minimum: the same events as plain objects, taken from a binary heap by time and then by order; each
 * pushes its successors and its share of the lines to a log, and decides nothing. Its log has as many lines as the
 * engine's, with the fields that the engine's have; it makes no result and no lists of statuses.
 */
export function bareLoop({ count, lines, runs, first }: Events): Line[] {
  const heap: Event[] = [];
  const log: Line[] = [];
  let order = 0;
  const less = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const push = (at: number, run: number, id: string, second: boolean) => {
    const item = { at, order: order++, run, id, second };
    let i = heap.length;
    heap.push(item);
    while (i > 0) {
      const up = (i - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || !less(item, parent)) break;
      heap[i] = parent;
      i = up;
    }
    heap[i] = item;
  };
  const pop = () => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const left = heap[child];
      if (left === undefined) break;
      const right = heap[child + 1];
      if (right !== undefined && less(right, left)) child++;
      const next = heap[child];
      if (next === undefined || !less(next, last)) break;
      heap[i] = next;
      i = child;
    }
    heap[i] = last;
    return top;
  };
  const start = (at: number, number: number, cause: string | null) => {
    const run = runs[number];
    if (run === undefined) return;
    const id = `run-${number + 1}`;
    const { workspace } = run;
    log.push({
      kind: 'queued',
      at,
      run: id,
      workspace,
      source: 'vcs',
      mode: 'standard',
      triggered_by: cause,
    });
    push(at + run.plan, number, id, false);
  };
  for (const run of first) start(0, run, null);
  let done = 0;
  let written = 0;
  for (let event = pop(); event !== undefined; event = pop()) {
    const upTo = Math.floor((++done * lines.other) / count);
    for (; written < upTo; written++)
      log.push({ kind: 'status', at: event.at, run: event.id, status: 'planning', rule: null });
    const facts = runs[event.run];
    if (facts === undefined) break;
    if (event.second) for (const run of facts.next) start(event.at, run, event.id);
    else push(event.at + facts.apply, event.run, event.id, true);
  }
  return log;
}
