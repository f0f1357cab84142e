import { describe, expect, it } from 'vitest';
import { idOfRun, nameOf } from '#engine/rules/rule.ts';
import { ruleOf, RULES } from '#engine/rules/index.ts';

describe('the words of a rule', () => {
  it('name no workspace and no run where an action named none', () => {
    expect([nameOf(null), nameOf(undefined), idOfRun(null), idOfRun(undefined)]).toEqual([
      'no workspace',
      'no workspace',
      'no run',
      'no run',
    ]);
  });

  it('are found by its id', () => {
    for (const rule of RULES) expect(ruleOf(rule.id)).toBe(rule);
    expect(ruleOf('zz-99-unheard-of')).toBeUndefined();
  });
});
