import { RULES, type RuleText } from './rules/index.ts';

/** Every rule that cites a fact, in the order of the list. */
export const rulesOfFact = (fact: string): readonly RuleText[] => RULES.filter((rule) => rule.fact === fact);

/** One sentence for a fact ID that the result names: the title of its rule, or of the one with this effect. */
export function ruleTextOf(fact: string, effect?: RuleText['effect']): string {
  const rules = rulesOfFact(fact);
  return (rules.find((rule) => rule.effect === effect) ?? rules[0])?.title ?? fact;
}
