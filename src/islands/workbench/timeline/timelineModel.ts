import type { LogEntry } from '#model/scenario/log.ts';
import type { RunStatus, WaitingFor } from '#model/scenario/run.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';

/** A stretch of a run, from one entry of the log to another. */
export interface Segment {
  from: number;
  to: number;
  status: RunStatus;
  waiting: WaitingFor | null;
}

export interface Bar {
  run: string;
  workspace: string;
  /** The entry that queued it: its row in the list. */
  entry: number;
  /** The run whose apply queued it, or null. */
  cause: string | null;
  segments: Segment[];
  status: RunStatus;
  waiting: WaitingFor | null;
  lane: number;
}

/** A trigger that queued nothing, at the place where it could have. */
export interface Ghost {
  entry: number;
  /** How many'th non-event of the log it is, from 0. */
  index: number;
  run: string;
  rule: string;
  lane: number;
}

interface Row {
  workspace: string;
  bars: Bar[];
  ghosts: Ghost[];
  lanes: number;
  /** Something in it waits or is pending. */
  waiting: boolean;
}

export interface TimelineModel {
  rows: Row[];
  /** From the end of the run that queued to the bar that was queued. */
  joints: { from: Bar; to: Bar }[];
  /** Where simulated time passes in which nothing happens: before this entry, so many seconds. */
  breaks: { entry: number; seconds: number }[];
  first: number;
  end: number;
}

/** Seconds without an event that are shown as a break. */
const DEAD = 120;
/** How many entries an ended run's last word takes, and a ghost's mark. */
const TAIL = 4;

/**
 * The log up to the cursor as rows of bars. Places are numbers of entries, so time in which nothing happens takes no
 * room; where it was long, a break says so.
 */
export function timelineOf(
  log: readonly LogEntry[],
  cursor: number,
  workspaces: readonly string[],
  waitingFirst: boolean,
): TimelineModel {
  const bars = new Map<string, Bar>();
  const rows = new Map<string, Row>();
  for (const workspace of workspaces)
    rows.set(workspace, { workspace, bars: [], ghosts: [], lanes: 1, waiting: false });
  const breaks: TimelineModel['breaks'] = [];
  let first = -1;
  let ghosts = 0;
  for (let i = 0; i < cursor; i++) {
    const entry = log[i];
    if (entry === undefined) break;
    const before = log[i - 1];
    if (first >= 0 && before !== undefined && entry.at - before.at >= DEAD)
      breaks.push({ entry: i, seconds: entry.at - before.at });
    switch (entry.kind) {
      case 'queued': {
        if (first < 0) first = i;
        const bar: Bar = {
          run: entry.run,
          workspace: entry.workspace,
          entry: i,
          cause: entry.triggered_by,
          segments: [{ from: i, to: cursor, status: 'pending', waiting: null }],
          status: 'pending',
          waiting: null,
          lane: 0,
        };
        bars.set(entry.run, bar);
        rows.get(entry.workspace)?.bars.push(bar);
        break;
      }
      case 'status':
        extend(bars.get(entry.run), i, cursor, entry.status, null);
        break;
      case 'hold': {
        const bar = bars.get(entry.run);
        extend(bar, i, cursor, bar?.status ?? 'pending', entry.waiting_for);
        break;
      }
      case 'not_queued':
        rows
          .get(entry.workspace)
          ?.ghosts.push({ entry: i, index: ghosts, run: entry.run, rule: entry.rule, lane: 0 });
        ghosts++;
        break;
      default:
        break;
    }
  }
  for (const bar of bars.values()) {
    const last = bar.segments.at(-1);
    // The last word needs room: of a run that has ended no more than that, of one that goes on up to the cursor.
    if (last !== undefined) last.to = RUN_STATUS[bar.status].final ? last.from + TAIL : cursor + TAIL;
    bar.segments = byStage(bar.segments);
  }
  const all = [...rows.values()];
  for (const row of all) layOut(row);
  const joints = [...bars.values()].flatMap((to) => {
    const from = to.cause === null ? undefined : bars.get(to.cause);
    return from === undefined ? [] : [{ from, to }];
  });
  if (waitingFirst) all.sort((a, b) => Number(b.waiting) - Number(a.waiting));
  return { rows: all, joints, breaks, first: Math.max(0, first), end: cursor + TAIL };
}

function extend(
  bar: Bar | undefined,
  at: number,
  end: number,
  status: RunStatus,
  waiting: WaitingFor | null,
): void {
  if (bar === undefined || (bar.status === status && bar.waiting === waiting)) return;
  const last = bar.segments.at(-1);
  if (last !== undefined) last.to = at;
  if (last?.from === at) bar.segments.pop();
  bar.segments.push({ from: at, to: end, status, waiting });
  bar.status = status;
  bar.waiting = waiting;
}

/** Neighbouring statuses of one stage are one segment; what waits for somebody and how it ended are alone. */
function byStage(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (last !== undefined && stageOf(last) !== null && stageOf(last) === stageOf(segment))
      last.to = segment.to;
    else merged.push({ ...segment });
  }
  return merged;
}

const STAGES = { queue: 'Pending', plan: 'Planning', gate: 'Gate', apply: 'Applying' } as const;

/** The stage of a segment in a word, or null where its status says it better. */
export function stageOf({ status, waiting }: Segment): string | null {
  const { stage } = RUN_STATUS[status];
  return waiting !== null || stage === 'decision' || stage === 'end' ? null : STAGES[stage];
}

/** Gives each bar and ghost the first lane of its row that is free there. */
function layOut(row: Row): void {
  const items = [...row.bars, ...row.ghosts].sort((a, b) => a.entry - b.entry);
  const free: number[] = [];
  for (const item of items) {
    const end = 'segments' in item ? (item.segments.at(-1)?.to ?? item.entry) : item.entry + TAIL;
    const found = free.findIndex((until) => until <= item.entry);
    item.lane = found < 0 ? free.length : found;
    free[item.lane] = end;
  }
  row.lanes = Math.max(1, free.length);
  row.waiting = row.bars.some((bar) => bar.waiting !== null || bar.status === 'pending');
}

/** The place of an entry on the axis: breaks take the room of two entries. */
export function placeOf({ breaks, first }: Pick<TimelineModel, 'breaks' | 'first'>, entry: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle]?.entry ?? 0) <= entry) low = middle + 1;
    else high = middle;
  }
  return entry - first + 2 * low;
}

/** Simulated time as one says it. */
export function describeDuration(seconds: number): string {
  if (seconds >= 172_800) return `${Math.round(seconds / 86_400)} days`;
  if (seconds >= 7_200) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / 60)} min`;
}
