import type { Point, Points, Rule, Stop } from './rule.ts';
import { RULES_AT } from './rules/index.ts';
import type { State } from './state.ts';

/**
 * The first rule that stops something at a point, or null. Everything that the engine refuses, skips, holds
 * or ends goes through here, so that whatever did not happen has its rule.
 */
export function firstStop<P extends Point>(state: State, point: P, context: Points[P]): Stop<P> | null {
  const rules: readonly Rule<P>[] = RULES_AT[point];
  const { observer } = state;
  for (const rule of rules) {
    const evidence = rule.stops(context);
    if (evidence === null || observer?.waives(rule, point, context)) continue;
    const stop: Stop<P> = { rule, evidence };
    observer?.asked(point, context, rules, stop);
    return stop;
  }
  observer?.asked(point, context, rules, null);
  return null;
}
