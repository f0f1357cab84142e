import type { Action, Scenario } from '#model/scenario/action.ts';
import type { Leaf } from '#model/level/level.ts';
import type { Layout } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';
import type { ResultRun } from '#model/scenario/result.ts';
import type { Simulation } from '../simulate/simulate.ts';

/** One probe of a level, played to its end, for checks to look at. */
export interface Played {
  /** The layout as the learner left it, without the probe's faults. */
  layout: Layout;
  /** What the learner did during play. */
  actions: readonly Action[];
  /** What was played: the layout with the probe's faults, and every action in its order. */
  scenario: Scenario;
  simulation: Simulation;
}

/** Whether a check holds; if not, the fact that decided it and a sentence about this case. */
export interface Judgement {
  ok: boolean;
  rule: string | null;
  say: string;
}

export type LeafKind = keyof Leaf;
type Given<K extends LeafKind> = NonNullable<Leaf[K]>;

/** One kind of check. A goal of a level says as data which kind it is, and of what. */
export interface GoalKind<K extends LeafKind = LeafKind> {
  id: K;
  title: string;
  judge(given: Given<K>, played: Played): Judgement;
}

export const passed = (say: string): Judgement => ({ ok: true, rule: null, say });
export const failed = (rule: string | null, say: string): Judgement => ({ ok: false, rule, say });

/** The runs of a workspace, or only those from one source. */
export const runsIn = (played: Played, workspace: string, source?: string): ResultRun[] =>
  played.simulation.result.runs.filter(
    (r) => r.workspace === workspace && (source === undefined || r.source === source),
  );

/** A field of a workspace at the end: from the last `set` that was accepted, else from the layout. */
export function settingAtEnd(played: Played, workspace: string, field: string): unknown {
  const found = played.layout.workspaces.find((w) => idOf(w) === workspace);
  let value: unknown = found === undefined ? undefined : Reflect.get(found, field);
  let performed: number | null = null;
  for (const entry of played.simulation.log) {
    if (entry.kind === 'action') performed = entry.action;
    if (entry.kind !== 'set' || entry.workspace !== workspace || !entry.fields.includes(field)) continue;
    const action = performed === null ? undefined : played.scenario.actions[performed];
    if (action?.type === 'set') value = Reflect.get(action.settings, field);
  }
  return value;
}

/** Why a workspace has no such run: the rule by which a trigger into it queued none, if there is one. */
export function ruleWithoutRun(played: Played, workspace: string): string | null {
  return (
    played.simulation.result.not_queued.filter((row) => row.workspace === workspace).at(-1)?.rule ?? null
  );
}

/** The fact that ended or holds a run; none if it was applied. */
export const ruleOfRun = (run: ResultRun): string | null => run.rule;

/** Compares a number with what a check demands. */
export function compares(
  n: number,
  given: { is?: number | undefined; at_least?: number | undefined; at_most?: number | undefined },
): boolean {
  if (given.is !== undefined && n !== given.is) return false;
  if (given.at_least !== undefined && n < given.at_least) return false;
  return given.at_most === undefined || n <= given.at_most;
}
