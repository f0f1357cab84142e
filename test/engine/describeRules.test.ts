import { describe, expect, it } from 'vitest';
import { RULES } from '#engine/rules/index.ts';
import { mainRuleOf, rulesOfFact, ruleTextOf } from '#engine/query/describeRules.ts';

describe('the words for a fact that the result names', () => {
  it('are the title of its rule', () => {
    expect(ruleTextOf('FI-13')).toBe('A plan without changes does not fire');
  });

  it('are those of the rule with the effect, where several rules cite it', () => {
    const effects = rulesOfFact('RUN-05').map((rule) => rule.effect);
    expect(new Set(effects).size).toBeGreaterThan(1);
    expect(ruleTextOf('RUN-05', 'reject')).toBe('Discarding needs permission to apply runs');
    expect(ruleTextOf('RUN-05', 'finish')).toBe('Discarded');
  });

  it('are those of the first rule, where no effect is asked for or none has it', () => {
    expect(ruleTextOf('RUN-05')).toBe('Discarding needs permission to apply runs');
    expect(ruleTextOf('RUN-05', 'hold')).toBe('Discarding needs permission to apply runs');
  });

  it('are the fact itself, where no rule cites it', () => {
    expect(ruleTextOf('RT-01')).toBe('RT-01');
    expect(rulesOfFact('RT-01')).toEqual([]);
  });

  it('come first of the rule that weighs most', () => {
    expect(mainRuleOf('RUN-05')?.id).toBe('run-05-discarded');
    expect(mainRuleOf('RT-01')).toBeUndefined();
  });

  it('come from every rule of the fact, in the order of the list', () => {
    for (const { fact } of RULES)
      expect(rulesOfFact(fact)).toEqual(RULES.filter((rule) => rule.id.startsWith(`${fact.toLowerCase()}-`)));
  });
});
