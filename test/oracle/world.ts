import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';
import type { ResultRun } from '#model/scenario/result.ts';
import type { RunStatus } from '#model/scenario/run.ts';

/**
 * A second model of the contract, as simple as it can be: plain lists, searched from the start every time.
 * It knows no rules, writes no log and explains nothing, so it shares no mistake with the engine but those of
 * whoever read the contract.
 */
export interface OracleResult {
  runs: Omit<ResultRun, 'rule'>[];
  not_queued: { run: string; sourceable: string; workspace: string }[];
  /** `rule` only where the contract names it: at the creation of a trigger. */
  rejections: { action: number | null; rule?: string }[];
  stale: { workspace: string; sourceable: string }[];
  ended_at: number;
}

export type Step =
  | 'pre_plan'
  | 'plan'
  | 'post_plan'
  | 'opa'
  | 'cost'
  | 'sentinel'
  | 'decide'
  | 'pre_apply'
  | 'apply'
  | 'post_apply'
  | 'done';
export const STEPS: Step[] = [
  'pre_plan',
  'plan',
  'post_plan',
  'opa',
  'cost',
  'sentinel',
  'decide',
  'pre_apply',
  'apply',
  'post_apply',
  'done',
];

export interface Run {
  number: number;
  ws: Place;
  cfg: Workspace;
  source: ResultRun['source'];
  by: string;
  approve: boolean;
  cause: Run | null;
  mode: ResultRun['mode'];
  statuses: { status: RunStatus; at: number }[];
  waits: 'confirmation' | 'policy_override' | 'slot' | null;
  step: Step;
  slot: boolean;
  confirmed: boolean;
  ended: boolean;
  due: { at: number; order: number } | null;
  changes: boolean;
  fails: boolean;
  planMode: string;
  planMoment: number;
}

export interface Place {
  id: string;
  start: Workspace;
  now: Workspace;
  lock: string | null;
  last: Run | null;
  lastMoment: number;
}

/** Everything there is at a moment. */
export interface World {
  layout: Layout;
  places: Place[];
  runs: Run[];
  triggers: { from: Place; to: Place }[];
  out: OracleResult;
  now: number;
  order: number;
  moment: number;
}

export function begin(layout: Layout): World {
  const places: Place[] = layout.workspaces.map((w) => ({
    id: idOf(w),
    start: w,
    now: w,
    lock: w.locked ? 'owners' : null,
    last: null,
    lastMoment: 0,
  }));
  const out: OracleResult = { runs: [], not_queued: [], rejections: [], stale: [], ended_at: 0 };
  return { layout, places, runs: [], triggers: [], out, now: 0, order: 0, moment: 0 };
}

export const status = (r: Run): RunStatus => r.statuses.at(-1)?.status as RunStatus;
export const queued = (r: Run) => status(r) === 'pending';
export const aside = (r: Run) => r.mode === 'plan_only' || (r.mode === 'save_plan' && !r.confirmed);
const inProgress = (r: Run) => !r.ended && !queued(r) && !aside(r);

/** What can be seen of it. */
export function looks({ places, runs }: World) {
  const place = (id: string): Place => places.find((p) => p.id === id) as Place;
  const busy = (p: Place) => runs.find((r) => r.ws === p && inProgress(r));
  const before = (r: Run) =>
    runs.some(
      (o) => o !== r && o.ws === r.ws && (inProgress(o) || (o.number < r.number && queued(o) && !aside(o))),
    );
  const again = (source: string, of: Place, since: number) =>
    source !== of.id && place(source).lastMoment > since;
  return { place, busy, before, again };
}
