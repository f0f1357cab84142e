import { RUN_SOURCES, RUN_STATUSES, type RunSource, type RunStatus } from '#model/scenario/run.ts';
import type { Point, Points, Rule, Stop } from './rule.ts';
import { RULES_AT } from './index.ts';
import type { State } from '../simulate/state.ts';

/** A point with all of its rules, and those of them that are asked, in the same order. */
interface Asked<P extends Point> {
  readonly point: P;
  readonly rules: readonly Rule<P>[];
  readonly asked: readonly Rule<P>[];
  /**
   * The conditions, taken out of their rules. Rules have different shapes, so looking a function up in one costs more than
   * most answers.
   */
  readonly questions: readonly Rule<P>['violation'][];
}

/** @param kind leaves out the rules that are only for other kinds; null leaves out none */
function askedAt<P extends Point>(point: P, kind: RunStatus | RunSource | null = null): Asked<P> {
  const rules: readonly Rule<P>[] = RULES_AT[point];
  const asked = rules.filter((rule) => kind === null || rule.only === undefined || rule.only === kind);
  return { point, rules, asked, questions: asked.map((rule) => rule.violation) };
}

/** What is asked at every point but the two below. */
export const AT: { readonly [P in Exclude<Point, 'fire' | 'auto_apply'>]: Asked<P> } = {
  create_trigger: askedAt('create_trigger'),
  delete_trigger: askedAt('delete_trigger'),
  start_run: askedAt('start_run'),
  confirm: askedAt('confirm'),
  discard: askedAt('discard'),
  cancel: askedAt('cancel'),
  override_policy: askedAt('override_policy'),
  lock: askedAt('lock'),
  unlock: askedAt('unlock'),
  set: askedAt('set'),
  leave_pending: askedAt('leave_pending'),
  go_on: askedAt('go_on'),
  run_tasks: askedAt('run_tasks'),
  read: askedAt('read'),
  plan: askedAt('plan'),
  policies: askedAt('policies'),
  finish: askedAt('finish'),
  apply: askedAt('apply'),
  ended_by: askedAt('ended_by'),
};

const askedOf = <P extends Point, K extends RunStatus | RunSource>(point: P, kinds: readonly K[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, askedAt(point, kind)])) as Record<K, Asked<P>>;

/** What is asked of a trigger, by the status in which the run ended. */
export const FIRE = askedOf('fire', RUN_STATUSES);
/** What is asked of a run that might apply by itself, by its source. */
export const AUTO_APPLY = askedOf('auto_apply', [...RUN_SOURCES, 'tfe-run-trigger'] as const);

/**
 * The first rule that stops something at a point, or null. Everything that the engine refuses, skips, holds or ends goes
 * through here, so there is a rule for everything that did not happen.
 */
export function firstViolation<P extends Point>(
  state: State,
  { point, rules, asked, questions }: Asked<P>,
  context: Points[P],
): Stop<P> | null {
  const { observer } = state;
  let stop: Stop<P> | null = null;
  for (let i = 0; i < questions.length; i++) {
    const evidence = questions[i]?.(context) ?? null;
    const rule = evidence === null ? undefined : asked[i];
    if (evidence === null || rule === undefined || observer?.waives(rule, point, context)) continue;
    stop = { rule, evidence };
    break;
  }
  observer?.asked(point, context, rules, stop);
  return stop;
}
