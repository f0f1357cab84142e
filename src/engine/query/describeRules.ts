import type { ResultRun } from '#model/scenario/result.ts';
import { RULES, type RuleText } from '../rules/index.ts';

/** Every rule that cites a fact, in the order of the list. */
export const rulesOfFact = (fact: string): readonly RuleText[] => RULES.filter((rule) => rule.fact === fact);

/** One sentence for a fact ID that the result names: the title of its rule, or of the one with this effect. */
export function ruleTextOf(fact: string, effect?: RuleText['effect']): string {
  const rules = rulesOfFact(fact);
  return (rules.find((rule) => rule.effect === effect) ?? rules[0])?.title ?? fact;
}

/** What a fact ends or holds comes before what it refuses: of a run that stopped, that is what was decisive. */
const WEIGHT: readonly RuleText['effect'][] = ['error', 'hold', 'finish', 'skip', 'reject', 'advise'];

/** The rule that speaks for a fact where only the fact is known. */
export const mainRuleOf = (fact: string): RuleText | undefined =>
  [...rulesOfFact(fact)].sort((a, b) => WEIGHT.indexOf(a.effect) - WEIGHT.indexOf(b.effect))[0];

/**
 * The rule that holds or ended a run. One fact may have several rules, which say different things: what waits for an
 * override did not end, and what failed in its apply did not fail in its plan.
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

/** Whether a run came as far as its apply. */
export const didApply = ({ statuses }: Pick<ResultRun, 'statuses'>): boolean =>
  statuses.some(({ status }) => status === 'applying');
