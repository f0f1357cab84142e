import type { Point, Points, Rule, Stop } from './rule.ts';
import { RULES_AT } from './rules/index.ts';
import type { State } from './state.ts';

/** A point with the rules that are asked there, and their questions alone, in the same order. */
interface Asked<P extends Point> {
  readonly point: P;
  readonly rules: readonly Rule<P>[];
  /** Apart from the rules, whose shapes differ: looking a question up in a rule costs more than most answers. */
  readonly questions: readonly Rule<P>['stops'][];
}

const askedAt = <P extends Point>(point: P): Asked<P> => ({
  point,
  rules: RULES_AT[point],
  questions: RULES_AT[point].map((rule) => rule.stops),
});

/** Every point at which something may be stopped. */
export const AT: { readonly [P in Point]: Asked<P> } = {
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
  fire: askedAt('fire'),
  leave_pending: askedAt('leave_pending'),
  go_on: askedAt('go_on'),
  run_tasks: askedAt('run_tasks'),
  read: askedAt('read'),
  plan: askedAt('plan'),
  policies: askedAt('policies'),
  finish: askedAt('finish'),
  auto_apply: askedAt('auto_apply'),
  apply: askedAt('apply'),
  ended_by: askedAt('ended_by'),
};

/**
 * The first rule that stops something at a point, or null. Everything that the engine refuses, skips, holds
 * or ends goes through here, so that whatever did not happen has its rule.
 */
export function firstStop<P extends Point>(
  state: State,
  asked: Asked<P>,
  context: Points[P],
): Stop<P> | null {
  const { questions } = asked;
  const { observer } = state;
  let stop: Stop<P> | null = null;
  for (let i = 0; i < questions.length; i++) {
    const evidence = questions[i]?.(context) ?? null;
    const rule = evidence === null ? undefined : asked.rules[i];
    if (evidence === null || rule === undefined || observer?.waives(rule, asked.point, context)) continue;
    stop = { rule, evidence };
    break;
  }
  observer?.asked(asked.point, context, asked.rules, stop);
  return stop;
}
