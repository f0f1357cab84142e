import type { ResultRun } from '#model/scenario/result.ts';
import { RULES, type RuleText } from '../rules/index.ts';

/** The rules that cite a fact, in the order of the list. */
export const rulesOfFact = (fact: string): readonly RuleText[] => RULES.filter((rule) => rule.fact === fact);

/** A sentence for a fact ID of a result: the title of a rule that cites it, of one with this effect if it is given. */
export function ruleTextOf(fact: string, effect?: RuleText['effect']): string {
  const rules = rulesOfFact(fact);
  return (rules.find((rule) => rule.effect === effect) ?? rules[0])?.title ?? fact;
}

/** Effects that end or hold a run come before refusals, since those are what stopped it. */
const WEIGHT: readonly RuleText['effect'][] = ['error', 'hold', 'finish', 'skip', 'reject', 'advise'];

/** The rule to describe a fact by, if only the fact is known. */
export const mainRuleOf = (fact: string): RuleText | undefined =>
  [...rulesOfFact(fact)].sort((a, b) => WEIGHT.indexOf(a.effect) - WEIGHT.indexOf(b.effect))[0];

/**
 * The rule that holds or ended a run. A fact may have several rules that say different things: one for a run that waits for
 * an override, another for one that ended; one for a failed apply, another for a failed plan.
 */
export function ruleOfOutcome(
  run: Pick<ResultRun, 'rule' | 'status' | 'waiting_for'>,
  applying = false,
): RuleText | undefined {
  if (run.rule === null) return undefined;
  const rules = rulesOfFact(run.rule);
  const effect = run.waiting_for !== null ? 'hold' : run.status === 'errored' ? 'error' : 'finish';
  const late = run.waiting_for === null ? applying : run.status !== 'pending';
  const fitting = rules.filter((rule) => rule.effect === effect);
  return (
    fitting.find(({ at }) => (at === 'apply' || at === 'go_on') === late) ??
    fitting[0] ??
    mainRuleOf(run.rule)
  );
}

/** Whether a run got as far as its apply. */
export const didApply = ({ statuses }: Pick<ResultRun, 'statuses'>): boolean =>
  statuses.some(({ status }) => status === 'applying');
